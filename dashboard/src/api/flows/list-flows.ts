import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

export type FlowFilters = { chatbot_id?: string; published?: boolean; q?: string };

/** Flows by name, of one chatbot or of the whole company. */
export const flowsQuery = (filters: FlowFilters = {}) =>
  infiniteQueryOptions({
    queryKey: ["flows", "list", filters],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/flows", {
          params: {
            query: {
              ...filters,
              q: filters.q || undefined,
              limit: 50,
              sort: "name",
              order: "asc",
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
