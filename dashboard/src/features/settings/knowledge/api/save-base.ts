import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { id: string; version: number; body: Schema<"UpdateKnowledgeBaseRequest"> };

/** Calls a knowledge base otherwise. */
export function useSaveBase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/knowledge-bases/{base_id}", {
          params: { path: { base_id: id } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["knowledge-bases"] }),
  });
}
