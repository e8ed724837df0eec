import { useInfiniteQuery } from "@tanstack/react-query";
import { LayoutTemplateIcon, PlusIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useMay } from "@/api/me/get-me";
import { templatesQuery } from "@/api/templates/list-templates";
import type { Schema } from "@/api/types";
import { DataTable, type Column } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { PageHeader } from "@/components/page-header";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { usePageTitle } from "@/hooks/use-page-title";
import { currentLanguage } from "@/lib/language";
import { useNumbers } from "../hooks/use-numbers";
import { useTemplatesLive } from "../hooks/use-templates-live";
import { draftOf } from "../utils/draft";
import { languageName } from "../utils/languages";
import { askedOf, filtersOf } from "../utils/list-filters";
import { Quality, StatusBadge } from "./badges";
import { SyncButton } from "./sync-button";
import { TemplateFilters } from "./template-filters";

type Row = Schema<"TemplateRow">;

function useTemplateColumns(): Column<Row>[] {
  const { t } = useTranslation("templates");
  return [
    {
      id: "name",
      header: t("fields.name"),
      cell: (row) => (
        <span className="grid">
          <Link
            to={`/templates/${row.id}`}
            className="font-medium break-all text-primary underline-offset-4 hover:underline"
          >
            {row.name}
          </Link>
          <span className="line-clamp-1 max-w-xl text-xs text-muted-foreground">{draftOf(row).body.text}</span>
        </span>
      ),
    },
    { id: "status", header: t("fields.status"), cell: (row) => <StatusBadge status={row.status} /> },
    {
      id: "category",
      header: t("fields.category"),
      className: "hidden md:table-cell",
      cell: (row) => t(`category.${row.category}`),
    },
    {
      id: "language",
      header: t("fields.language"),
      className: "hidden md:table-cell whitespace-nowrap",
      cell: (row) => languageName(row.language, currentLanguage()),
    },
    {
      id: "quality",
      header: t("fields.quality"),
      className: "hidden lg:table-cell",
      cell: (row) => <Quality quality={row.quality} />,
    },
    {
      id: "updated",
      header: t("fields.updated"),
      className: "hidden whitespace-nowrap lg:table-cell",
      cell: (row) => <RelativeTime at={row.updated_at} />,
    },
  ];
}

/** The templates of the company's numbers. */
export function TemplatesScreen() {
  const { t } = useTranslation("templates");
  const [params, setParams] = useSearchParams();
  const filters = filtersOf(params);
  const query = useInfiniteQuery(templatesQuery(askedOf(filters)));
  const mayManage = useMay("templates:manage");
  const numbers = useNumbers();
  const columns = useTemplateColumns();
  useTemplatesLive();
  usePageTitle(t("list.title"));

  const narrow = (changes: Record<string, string | null>) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const all = query.data?.pages.flatMap((page) => page.items);
  const rows = all?.filter((row) => !filters.quality || row.quality === filters.quality);
  const languages = [
    ...new Set([...(filters.language ? [filters.language] : []), ...(all ?? []).map((row) => row.language)]),
  ];
  const number = filters.number ?? numbers[0]?.id;
  const isNarrowed = Object.values(filters).some(Boolean);

  return (
    <div className="h-full overflow-y-auto">
      <div className="grid w-full gap-4 px-4 py-5 sm:px-6">
        <PageHeader
          title={t("list.title")}
          description={t("list.description")}
          actions={
            mayManage && (
              <>
                {number && <SyncButton key={number} configId={number} />}
                <Button asChild size="sm">
                  <Link to="/templates/new">
                    <PlusIcon aria-hidden />
                    {t("list.new")}
                  </Link>
                </Button>
              </>
            )
          }
        />
        <TemplateFilters filters={filters} languages={languages} numbers={numbers} onChange={narrow} />
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : rows?.length === 0 && !query.hasNextPage ? (
          <EmptyState
            icon={LayoutTemplateIcon}
            title={t(isNarrowed ? "common:nothingFound" : "list.none")}
            description={isNarrowed ? undefined : t("list.noneHint")}
          />
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
