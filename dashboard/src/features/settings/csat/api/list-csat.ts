import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type CsatAnswer = Schema<"CsatRow">;

/** What customers were asked and what they answered, the latest question first. */
export const csatQuery = infiniteQueryOptions({
  queryKey: ["csat", "pages"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/csat", {
        params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: (last) => last.next_cursor ?? undefined,
});
