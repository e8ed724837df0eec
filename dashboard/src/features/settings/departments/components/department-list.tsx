import { useQuery } from "@tanstack/react-query";
import { Network } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { departmentsQuery, type Department } from "@/api/departments/list-departments";
import { DataTable, type Column } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Badge } from "@/components/ui/badge";
import { formatNumber } from "@/lib/format";
import { SectionPage } from "../../components/section-page";
import { AddDepartmentDialog } from "./add-department-dialog";

/** The departments: who is in them, and what waits there. */
export function DepartmentList() {
  const { t } = useTranslation("settings");
  const departments = useQuery(departmentsQuery);
  const columns: Column<Department>[] = [
    {
      id: "name",
      header: t("departments.name"),
      cell: (row) => (
        <>
          <Link to={`/settings/departments/${row.id}`} className="font-medium underline-offset-4 hover:underline">
            {row.name}
          </Link>{" "}
          {row.is_default && <Badge variant="secondary">{t("departments.default")}</Badge>}
          {row.description && <p className="text-xs text-muted-foreground">{row.description}</p>}
        </>
      ),
    },
    { id: "assignment", header: t("departments.assignment"), cell: (row) => t(`departments.ways.${row.assignment}`) },
    { id: "members", header: t("departments.members"), cell: (row) => formatNumber(row.members) },
    { id: "capacity", header: t("departments.capacity"), cell: (row) => formatNumber(row.capacity) },
    { id: "waiting", header: t("departments.waiting"), cell: (row) => formatNumber(row.waiting_conversations) },
  ];
  return (
    <SectionPage
      title={t("sections.departments.title")}
      description={t("sections.departments.description")}
      actions={<AddDepartmentDialog />}
    >
      {departments.error && <ErrorState error={departments.error} onRetry={() => void departments.refetch()} />}
      {departments.data?.length === 0 && (
        <EmptyState icon={Network} title={t("departments.none")} description={t("departments.none-hint")} />
      )}
      {!departments.error && departments.data?.length !== 0 && (
        <div className="rounded-lg border bg-card">
          <DataTable
            label={t("sections.departments.title")}
            columns={columns}
            rows={departments.data}
            rowId={(row) => row.id}
          />
        </div>
      )}
    </SectionPage>
  );
}
