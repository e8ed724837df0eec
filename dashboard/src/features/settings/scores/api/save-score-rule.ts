import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { id: string; version: number; body: Schema<"UpdateLeadScoreRuleRequest"> };

/** Changes a rule of lead scores. */
export function useSaveScoreRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/lead-score-rules/{rule_id}", {
          params: { path: { rule_id: id } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["lead-score-rules"] }),
  });
}
