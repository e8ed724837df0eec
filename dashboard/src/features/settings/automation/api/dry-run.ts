import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Shows what a rule would do where its event happened last; nothing is done. */
export function useDryRun() {
  return useMutation({
    mutationFn: (ruleId: string) =>
      unwrap(
        api.POST("/api/v1/automation-rules/{rule_id}/dry-run", {
          params: { path: { rule_id: ruleId } },
          body: { last: 10 },
        }),
      ),
  });
}
