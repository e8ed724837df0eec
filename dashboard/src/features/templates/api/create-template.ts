import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Given = { template: Schema<"CreateTemplateRequest">; key: string };

/** Has a template reviewed by Meta. */
export function useCreateTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ template, key }: Given) =>
      unwrap(api.POST("/api/v1/whatsapp/templates", { body: template, headers: idempotent(key) })),
    onSuccess: (made) => {
      client.setQueryData(["templates", made.id], made);
      return client.invalidateQueries({ queryKey: ["templates", "list"] });
    },
  });
}
