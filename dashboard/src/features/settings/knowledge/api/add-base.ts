import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Begins a knowledge base. */
export function useAddBase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"AddKnowledgeBaseRequest"> }) =>
      unwrap(api.POST("/api/v1/knowledge-bases", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["knowledge-bases"] }),
  });
}
