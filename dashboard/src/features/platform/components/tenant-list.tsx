import { useQuery } from "@tanstack/react-query";
import { Building2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable, type Column } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { usePageTitle } from "@/hooks/use-page-title";
import { formatDate } from "@/lib/format";
import { tenantsQuery, type Tenant } from "../api/list-tenants";
import { usePlanName } from "../hooks/use-plan-name";
import { useTenantFilters } from "../hooks/use-tenant-filters";
import { CreateTenantDialog } from "./create-tenant-dialog";
import { SocketStats } from "./socket-stats";
import { StatusBadge } from "./status-badge";
import { TenantFiltersBar } from "./tenant-filters-bar";

/** Every company of the installation. */
export function TenantList() {
  const { t } = useTranslation("platform");
  usePageTitle(t("title"));
  const planName = usePlanName();
  const { filters, page, pageSize, sort, order, choose } = useTenantFilters();
  const tenants = useQuery(tenantsQuery(filters));
  const columns: Column<Tenant>[] = [
    {
      id: "name",
      header: t("list.name"),
      sortable: true,
      cell: (row) => (
        <>
          <Link to={`/platform/${row.id}`} className="font-medium underline-offset-4 hover:underline">
            {row.name}
          </Link>
          <p className="text-xs text-muted-foreground">{[row.slug, row.domain].filter(Boolean).join(" · ")}</p>
        </>
      ),
    },
    { id: "status", header: t("list.status"), cell: (row) => <StatusBadge status={row.status} /> },
    { id: "plan", header: t("list.plan"), cell: (row) => planName(row.plan) },
    {
      id: "trial",
      header: t("list.trial"),
      cell: (row) => (row.status === "trial" && row.trial_ends_at ? formatDate(row.trial_ends_at) : null),
    },
    {
      id: "created_at",
      header: t("list.created"),
      sortable: true,
      cell: (row) => <span className="whitespace-nowrap">{formatDate(row.created_at)}</span>,
    },
  ];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={<CreateTenantDialog />} className="mb-4" />
      <SocketStats />
      <TenantFiltersBar />
      {tenants.error && <ErrorState error={tenants.error} onRetry={() => void tenants.refetch()} />}
      {tenants.data?.items.length === 0 && <EmptyState icon={Building2} title={t("list.none")} />}
      {!tenants.error && tenants.data?.items.length !== 0 && (
        <div className="rounded-lg border bg-card">
          <DataTable
            label={t("title")}
            columns={columns}
            rows={tenants.data?.items}
            rowId={(row) => row.id}
            sort={{ by: sort, order }}
            onSort={(next) => choose({ sort: next.by, order: next.order })}
          />
        </div>
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={tenants.data?.total ?? 0}
        onPage={(next) => choose({ page: String(next) })}
      />
    </>
  );
}
