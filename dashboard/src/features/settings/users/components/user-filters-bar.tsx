import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { departmentDirectoryQuery } from "@/api/departments/list-directory";
import { useMay } from "@/api/me/get-me";
import { SearchInput } from "@/components/search-input";
import { FilterSelect } from "@/components/filter-select";
import { useRoleOptions } from "../../utils/use-role-options";
import { useUserFilters } from "../hooks/use-user-filters";

/** By what the list of people is narrowed. */
export function UserFiltersBar() {
  const { t } = useTranslation("settings");
  const { filters, choose } = useUserFilters();
  const roles = useRoleOptions(filters.role ?? undefined);
  const names = useQuery({ ...departmentDirectoryQuery, enabled: useMay("conversations:handle") }).data?.items;
  return (
    <div role="search" aria-label={t("users.filters")} className="mb-4 flex flex-wrap gap-2">
      <SearchInput
        value={filters.q ?? ""}
        onChange={(q) => choose({ q })}
        label={t("users.find")}
        className="w-full sm:w-64"
      />
      <FilterSelect
        label={t("users.role")}
        all={t("users.all-roles")}
        value={filters.role ?? ""}
        onChange={(role) => choose({ role })}
        options={roles}
      />
      {names && (
        <FilterSelect
          label={t("users.departments")}
          all={t("users.all-departments")}
          value={filters.department ?? ""}
          onChange={(department) => choose({ department })}
          options={names.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <FilterSelect
        label={t("users.state")}
        all={t("users.all-states")}
        value={filters.status ?? ""}
        onChange={(status) => choose({ status })}
        options={[
          { value: "active", label: t("users.active") },
          { value: "inactive", label: t("users.inactive") },
        ]}
      />
    </div>
  );
}
