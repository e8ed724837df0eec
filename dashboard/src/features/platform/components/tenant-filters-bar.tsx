import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { plansQuery } from "@/api/plans/list-plans";
import { FilterSelect } from "@/components/filter-select";
import { SearchInput } from "@/components/search-input";
import { currentLanguage } from "@/lib/language";
import { STATUSES, useTenantFilters } from "../hooks/use-tenant-filters";

/** By what the list of companies is narrowed. */
export function TenantFiltersBar() {
  const { t } = useTranslation("platform");
  const { filters, choose } = useTenantFilters();
  const plans = useQuery(plansQuery).data ?? [];
  return (
    <div role="search" aria-label={t("list.filters")} className="mb-4 flex flex-wrap gap-2">
      <SearchInput
        value={filters.q ?? ""}
        onChange={(q) => choose({ q })}
        label={t("list.find")}
        className="w-full sm:w-96"
      />
      <FilterSelect
        label={t("list.status")}
        all={t("list.all-states")}
        value={filters.status ?? ""}
        onChange={(status) => choose({ status })}
        options={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      />
      <FilterSelect
        label={t("list.plan")}
        all={t("list.all-plans")}
        value={filters.plan ?? ""}
        onChange={(plan) => choose({ plan })}
        options={plans.map((plan) => ({ value: plan.code, label: plan.names[currentLanguage()] ?? plan.code }))}
      />
    </div>
  );
}
