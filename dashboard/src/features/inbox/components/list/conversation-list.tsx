import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { InboxIcon } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { conversationsQuery, type ConversationFilters } from "@/api/conversations/list-conversations";
import { useMay } from "@/api/me/get-me";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { LoadMore } from "@/components/load-more";
import { useFetchAhead } from "../../hooks/use-fetch-ahead";
import { useNames } from "../../hooks/use-names";
import { rowsOf } from "../../utils/conversation-cache";
import { ConversationItem } from "./conversation-item";
import { ListSkeleton } from "./list-skeleton";

type Props = { filters: ConversationFilters; search: string; openId: string | undefined; isFiltered: boolean };

const ROW_PX = 77;

/** The conversations of a view: only those near are drawn, the next page comes when it is scrolled to. */
export function ConversationList({ filters, search, openId, isFiltered }: Props) {
  const { t } = useTranslation("inbox");
  const query = useInfiniteQuery(conversationsQuery(filters));
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  const names = useNames();
  useFetchAhead({ isListThere: !query.isPending });
  const maySelect = useMay("conversations:manage");
  const box = useRef<HTMLDivElement>(null);
  // The same function for the same rows: a new one has every row's place reckoned anew.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: keyOf,
    overscan: 6,
  });
  const list = JSON.stringify(filters);
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [list]);

  if (query.isPending) return <ListSkeleton />;
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto" data-testid="conversation-list">
      {rows.length === 0 && (
        <EmptyState
          icon={InboxIcon}
          title={t("list.empty.title")}
          description={t(isFiltered ? "list.empty.filtered" : "list.empty.description")}
        />
      )}
      <ul aria-label={t("list.label")} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                aria-posinset={index + 1}
                aria-setsize={query.hasNextPage ? -1 : rows.length}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <ConversationItem
                  row={row}
                  names={names}
                  search={search}
                  isOpen={row.id === openId}
                  maySelect={maySelect}
                />
              </li>
            )
          );
        })}
      </ul>
      <LoadMore query={query} />
    </div>
  );
}
