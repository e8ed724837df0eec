import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Order = { key: string; body: Schema<"AddConfigRequest"> };

/** Connects a WhatsApp number. */
export function useAddConfig() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: ({ key, body }: Order) =>
      unwrap(api.POST("/api/v1/whatsapp-configs", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["whatsapp-configs"] }),
  });
}
