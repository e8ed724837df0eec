import { infiniteQueryOptions } from "@tanstack/react-query";
import type { paths } from "@/api/schema";
import type { Page, Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type ConversationRow = Schema<"ConversationRow">;

type Query = NonNullable<paths["/api/v1/conversations"]["get"]["parameters"]["query"]>;

/** What a list of conversations is narrowed and sorted by. */
export type ConversationFilters = Omit<Query, "page" | "limit" | "cursor" | "expand">;

const PAGE_SIZE = 50;

/** The conversations that match, newest messages first unless `sort` says otherwise, page after page. */
export const conversationsQuery = (filters: ConversationFilters) =>
  infiniteQueryOptions({
    queryKey: ["conversations", "list", filters],
    queryFn: ({ pageParam, signal }): Promise<Page<ConversationRow>> =>
      unwrap(
        api.GET("/api/v1/conversations", {
          params: { query: { ...filters, limit: PAGE_SIZE, expand: "sla", cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
