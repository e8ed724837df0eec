import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Removes a custom field. */
export function useDeleteField() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/contact-fields/{field_id}", { params: { path: { field_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contact-fields"] }),
  });
}
