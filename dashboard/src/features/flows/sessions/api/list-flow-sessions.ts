import { infiniteQueryOptions } from "@tanstack/react-query";
import type { operations } from "@/api/schema";
import { api, unwrap } from "@/lib/api";

type Query = NonNullable<operations["ListFlowSessions"]["parameters"]["query"]>;
export type SessionFilters = Omit<Query, "cursor" | "page" | "limit" | "sort" | "order">;

/** Who went through a flow, the newest first. */
export const flowSessionsQuery = (flowId: string, filters: SessionFilters) =>
  infiniteQueryOptions({
    queryKey: ["flows", flowId, "sessions", filters],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/flows/{flow_id}/sessions", {
          params: {
            path: { flow_id: flowId },
            query: { ...filters, limit: 40, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
