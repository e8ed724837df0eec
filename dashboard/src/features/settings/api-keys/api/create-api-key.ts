import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Order = { key: string; body: Schema<"CreateApiKeyRequest"> };

/** Makes an API key that acts for oneself; its text is in the answer, and never again. */
export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: ({ key, body }: Order) => unwrap(api.POST("/api/v1/api-keys", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["api-keys"] }),
  });
}
