import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Lets something that contacts do be worth points. */
export function useAddScoreRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"AddLeadScoreRuleRequest"> }) =>
      unwrap(api.POST("/api/v1/lead-score-rules", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["lead-score-rules"] }),
  });
}
