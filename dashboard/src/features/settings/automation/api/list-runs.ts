import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Run = Schema<"AutomationRunRow">;

/** What became of a rule in the last 30 days, the newest first. */
export const runsQuery = (ruleId: string) =>
  infiniteQueryOptions({
    queryKey: ["automation-rules", ruleId, "runs"],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/automation-rules/{rule_id}/runs", {
          params: { path: { rule_id: ruleId }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
