import type { LucideIcon } from "lucide-react";
import type { InfiniteData } from "@tanstack/react-query";
import type { Page } from "@/api/types";
import { DataTable, type Column } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";

type Props<Row> = {
  label: string;
  icon: LucideIcon;
  /** What is said where there is nothing yet, and what to do then. */
  none: string;
  noneHint: string;
  query: {
    data: InfiniteData<Page<Row>> | undefined;
    error: unknown;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => unknown;
  };
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
};

/** A list page after page: its rows, that there are none, or why they did not come. */
export function Listed<Row>({ label, icon, none, noneHint, query, columns, rowId }: Props<Row>) {
  const rows = query.data?.pages.flatMap((page) => page.items);
  if (query.error && !rows) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (rows?.length === 0) return <EmptyState icon={icon} title={none} description={noneHint} />;
  return (
    <>
      <div className="overflow-x-auto rounded-lg border bg-card">
        <DataTable label={label} columns={columns} rows={rows} rowId={rowId} />
      </div>
      <LoadMore query={query} />
    </>
  );
}
