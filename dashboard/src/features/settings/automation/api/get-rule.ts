import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** An automation rule. */
export const ruleQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ["automation-rules", ruleId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/automation-rules/{rule_id}", { params: { path: { rule_id: ruleId } }, signal })),
  });
