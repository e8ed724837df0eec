import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Writes a canned response. */
export function useAddCanned() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"AddCannedResponseRequest"> }) =>
      unwrap(api.POST("/api/v1/canned-responses", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["canned-responses"] }),
  });
}
