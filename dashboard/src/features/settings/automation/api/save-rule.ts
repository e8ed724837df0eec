import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { id: string; version: number; body: Schema<"UpdateAutomationRuleRequest"> };

/** Changes a rule. */
export function useSaveRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/automation-rules/{rule_id}", {
          params: { path: { rule_id: id } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["automation-rules"] }),
  });
}
