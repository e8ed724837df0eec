import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

type Given = { id: string; version: number; changes: Schema<"EditTemplateRequest"> };

/** Has another text of a template reviewed, unless somebody else changed it meanwhile. */
export function useEditTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, changes }: Given) =>
      unwrap(
        api.PUT("/api/v1/whatsapp/templates/{template_id}", {
          params: { path: { template_id: id } },
          headers: { "If-Match": `"${version}"` },
          body: changes,
        }),
      ),
    onSuccess: (changed) => {
      client.setQueryData(["templates", changed.id], changed);
      return client.invalidateQueries({ queryKey: ["templates", "list"] });
    },
  });
}
