import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Promises something. */
export function useAddPolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"AddSlaPolicyRequest"> }) =>
      unwrap(api.POST("/api/v1/sla-policies", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["sla-policies"] }),
  });
}
