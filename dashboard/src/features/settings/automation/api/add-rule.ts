import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Has something done after an event. */
export function useAddRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"AddAutomationRuleRequest"> }) =>
      unwrap(api.POST("/api/v1/automation-rules", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["automation-rules"] }),
  });
}
