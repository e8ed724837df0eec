import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Makes a tag. */
export function useAddTag() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"AddTagRequest"> }) =>
      unwrap(api.POST("/api/v1/tags", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tags"] }),
  });
}
