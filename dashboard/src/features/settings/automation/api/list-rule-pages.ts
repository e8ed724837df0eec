import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Rule = Schema<"AutomationRuleRow">;

/** Automation rules by place, page after page. */
export const rulePagesQuery = infiniteQueryOptions({
  queryKey: ["automation-rules", "pages"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/automation-rules", {
        params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: (last) => last.next_cursor ?? undefined,
});
