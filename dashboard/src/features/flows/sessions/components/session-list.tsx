import { useInfiniteQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Schema } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { Skeleton } from "@/components/ui/skeleton";
import { formatListTime } from "@/lib/format";
import { cn } from "@/lib/utils";
import { flowSessionsQuery } from "../api/list-flow-sessions";
import { readFilters } from "../utils/filters";
import { SessionFilters } from "./session-filters";
import { StatusBadge } from "./status-badge";

type Props = { flowId: string; document: unknown; sessionId: string | null };

/** The sessions of a flow, narrowed by the address. */
export function SessionList({ flowId, document, sessionId }: Props) {
  const { t } = useTranslation("flow-panels");
  const [search] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const sessions = useInfiniteQuery(flowSessionsQuery(flowId, filters));
  const rows = sessions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SessionFilters document={document} />
      {sessions.isPending && <Skeleton className="m-3 h-60" />}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.isSuccess && rows.length === 0 && (
        <EmptyState icon={SearchX} title={t("sessions.none")} description={t("sessions.none_hint")} />
      )}
      <ul className="divide-y">
        {rows.map((row) => (
          <Row key={row.id} row={row} isChosen={row.id === sessionId} search={search.toString()} />
        ))}
      </ul>
      <LoadMore query={sessions} />
    </>
  );
}

type RowProps = { row: Schema<"FlowSessionRow">; isChosen: boolean; search: string };

const Row = memo(function Row({ row, isChosen, search }: RowProps) {
  const { t } = useTranslation("flow-panels");
  return (
    <li>
      <Link
        to={{ pathname: `/flows/${row.flow_id}/sessions/${row.id}`, search }}
        aria-current={isChosen ? "true" : undefined}
        className={cn(
          "block space-y-1 px-4 py-2.5 outline-none hover:bg-accent/60 focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset",
          isChosen && "bg-accent",
        )}
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate font-medium">{row.contact_name ?? t("sessions.nameless")}</span>
          <time dateTime={row.started_at} className="shrink-0 text-xs text-muted-foreground">
            {formatListTime(row.started_at)}
          </time>
        </span>
        <span className="flex flex-wrap items-center gap-1.5 text-xs text-muted-foreground">
          <StatusBadge status={row.status} />
          <span>{t("versions.short", { number: row.flow_number })}</span>
          <span>{t(`causes.${row.cause}`)}</span>
          {row.node && <span className="truncate font-mono">{row.node}</span>}
        </span>
      </Link>
    </li>
  );
});
