import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type ScoreRule = Schema<"LeadScoreRuleRow">;

/** The rules of lead scores, the newest first, page after page. */
export const scoreRulePagesQuery = infiniteQueryOptions({
  queryKey: ["lead-score-rules", "pages"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/lead-score-rules", {
        params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: (last) => last.next_cursor ?? undefined,
});
