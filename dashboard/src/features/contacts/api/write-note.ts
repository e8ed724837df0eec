import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";

type Given = { body: string; key: string };

/** Writes down what the others should know of a contact. */
export function useWriteContactNote(contactId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: Given) =>
      unwrap(
        api.POST("/api/v1/contacts/{contact_id}/notes", {
          params: { path: { contact_id: contactId } },
          headers: idempotent(key),
          body: { body },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contacts", contactId] }),
  });
}
