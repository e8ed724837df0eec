import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Makes a custom field. */
export function useAddField() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"AddContactFieldRequest"> }) =>
      unwrap(api.POST("/api/v1/contact-fields", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contact-fields"] }),
  });
}
