import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Deletes a template at Meta, in its language alone; it stays in the list as deleted. */
export function useDeleteTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/whatsapp/templates/{template_id}", { params: { path: { template_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["templates"] }),
  });
}
