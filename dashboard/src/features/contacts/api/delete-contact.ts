import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Takes a contact off all lists. */
export function useDeleteContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/contacts/{contact_id}", { params: { path: { contact_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contacts", "list"] }),
  });
}
