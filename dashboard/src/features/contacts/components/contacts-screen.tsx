import { useInfiniteQuery } from "@tanstack/react-query";
import { DownloadIcon, PlusIcon, UploadIcon, UsersIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { contactsQuery } from "@/api/contacts/list-contacts";
import { useMay } from "@/api/me/get-me";
import { ContactsNav } from "@/components/contacts/contacts-nav";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/hooks/use-page-title";
import { formatNumber } from "@/lib/format";
import { useContactColumns } from "../hooks/use-contact-columns";
import { useContactsLive } from "../hooks/use-contacts-live";
import { useColumns } from "../stores/columns";
import { filtersOf, isNarrowed } from "../utils/list-filters";
import { ColumnsMenu } from "./columns-menu";
import { ContactFilters } from "./contact-filters";
import { ContactsTable } from "./contacts-table";
import { CreateContactDialog } from "./create-contact-dialog";
import { ExportDialog } from "./export-dialog";

/** All contacts, narrowed and sorted as the address says. */
export function ContactsScreen() {
  const { t } = useTranslation("contacts");
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<"create" | "export" | null>(null);
  const [mayManage, mayImport, mayExport] = [
    useMay("contacts:manage"),
    useMay("contacts:import"),
    useMay("contacts:export"),
  ];
  const filters = filtersOf(params);
  const query = useInfiniteQuery(contactsQuery(filters));
  const columns = useContactColumns();
  const shown = useColumns((state) => state.shown);
  useContactsLive();
  usePageTitle(t("list.title"));

  const narrow = (changes: Record<string, string | null>) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes))
          if (value === null) next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? null;

  return (
    <div className="flex h-full min-h-0 flex-col gap-4 px-4 py-5 sm:px-6">
      <PageHeader
        title={t("list.title")}
        description={total === null ? undefined : t("list.total", { count: total, shown: formatNumber(total) })}
        actions={
          <>
            {mayImport && (
              <Button asChild variant="outline" size="sm">
                <Link to="/imports/new">
                  <UploadIcon aria-hidden />
                  {t("list.import")}
                </Link>
              </Button>
            )}
            {mayExport && (
              <Button variant="outline" size="sm" onClick={() => setDialog("export")}>
                <DownloadIcon aria-hidden />
                {t("list.export")}
              </Button>
            )}
            {mayManage && (
              <Button size="sm" onClick={() => setDialog("create")}>
                <PlusIcon aria-hidden />
                {t("list.new")}
              </Button>
            )}
          </>
        }
      />
      <div className="border-b">
        <ContactsNav />
      </div>
      <div className="flex items-start justify-between gap-2">
        <ContactFilters filters={filters} onChange={narrow} />
        <ColumnsMenu columns={columns} />
      </div>
      {query.isPending ? (
        <ListSkeleton />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={UsersIcon}
          title={t(isNarrowed(filters) ? "list.none" : "list.empty")}
          description={t(isNarrowed(filters) ? "list.noneHint" : "list.emptyHint")}
        />
      ) : (
        <ContactsTable
          rows={rows}
          total={total}
          columns={columns.filter((column) => shown.includes(column.id))}
          pages={query}
          sort={filters.sort ?? "created_at"}
          order={filters.order ?? "desc"}
          onSort={(sort, order) => narrow({ sort, order })}
        />
      )}
      {dialog === "create" && <CreateContactDialog onClose={() => setDialog(null)} />}
      {dialog === "export" && <ExportDialog filters={filters} onClose={() => setDialog(null)} />}
    </div>
  );
}

function ListSkeleton() {
  return (
    <div aria-busy className="flex-1 space-y-3 rounded-lg border bg-card p-4">
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} className="h-8 w-full" />
      ))}
    </div>
  );
}
