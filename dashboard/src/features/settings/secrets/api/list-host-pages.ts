import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type ApiHost = Schema<"ApiHostRow">;

/** The hosts that flows called, by name, and how they answered, page after page. */
export const hostPagesQuery = infiniteQueryOptions({
  queryKey: ["api-hosts", "pages"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/api-hosts", {
        params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: (last) => last.next_cursor ?? undefined,
});
