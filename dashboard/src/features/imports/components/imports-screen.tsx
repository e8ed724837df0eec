import { useInfiniteQuery } from "@tanstack/react-query";
import { FileSpreadsheetIcon, UploadIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { ContactsNav } from "@/components/contacts/contacts-nav";
import { DataTable, type Column } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { PageHeader } from "@/components/page-header";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { usePageTitle } from "@/hooks/use-page-title";
import { formatNumber } from "@/lib/format";
import { importsQuery } from "../api/list-imports";
import { useImportsLive } from "../hooks/use-imports-live";
import { StateBadge } from "./state-badge";

type Row = Schema<"ImportRow">;

function useImportColumns(): Column<Row>[] {
  const { t } = useTranslation("imports");
  const number = (id: "rows_read" | "created" | "updated" | "refused", header: string): Column<Row> => ({
    id,
    header,
    className: "hidden tabular-nums md:table-cell",
    cell: (row) => formatNumber(row[id]),
  });
  return [
    {
      id: "file",
      header: t("list.file"),
      cell: (row) => (
        <Link
          to={`/imports/${row.id}`}
          className="font-medium break-all text-primary underline-offset-4 hover:underline"
        >
          {row.filename}
        </Link>
      ),
    },
    { id: "state", header: t("list.state"), cell: (row) => <StateBadge importing={row} /> },
    number("rows_read", t("counts.rows_read")),
    number("created", t("counts.did.created")),
    number("updated", t("counts.did.updated")),
    number("refused", t("counts.did.refused")),
    {
      id: "at",
      header: t("list.at"),
      className: "whitespace-nowrap",
      cell: (row) => <RelativeTime at={row.created_at} />,
    },
  ];
}

/** Files of contacts that were brought, the newest first. */
export function ImportsScreen() {
  const { t } = useTranslation("imports");
  const query = useInfiniteQuery(importsQuery);
  const columns = useImportColumns();
  useImportsLive();
  usePageTitle(t("list.title"));
  const rows = query.data?.pages.flatMap((page) => page.items);
  const add = (
    <Button asChild size="sm">
      <Link to="/imports/new">
        <UploadIcon aria-hidden />
        {t("list.new")}
      </Link>
    </Button>
  );
  return (
    <div className="h-full overflow-y-auto">
      <div className="grid w-full gap-4 px-4 py-5 sm:px-6">
        <PageHeader title={t("list.title")} description={t("list.description")} actions={add} />
        <div className="border-b">
          <ContactsNav />
        </div>
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : rows?.length === 0 ? (
          <EmptyState icon={FileSpreadsheetIcon} title={t("list.none")} description={t("list.noneHint")} action={add} />
        ) : (
          <div className="rounded-lg border bg-card">
            <DataTable label={t("list.title")} columns={columns} rows={rows} rowId={(row) => row.id} />
          </div>
        )}
        <LoadMore query={query} />
      </div>
    </div>
  );
}
