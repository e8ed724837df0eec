import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { id: string; version: number; body: Schema<"UpdateTagRequest"> };

/** Changes a tag. */
export function useSaveTag() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: Change) =>
      unwrap(api.PUT("/api/v1/tags/{tag_id}", { params: { path: { tag_id: id } }, body, headers: ifMatch(version) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tags"] }),
  });
}
