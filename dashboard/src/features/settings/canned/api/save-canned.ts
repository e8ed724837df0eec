import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { id: string; version: number; body: Schema<"UpdateCannedResponseRequest"> };

/** Changes a canned response. */
export function useSaveCanned() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/canned-responses/{response_id}", {
          params: { path: { response_id: id } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["canned-responses"] }),
  });
}
