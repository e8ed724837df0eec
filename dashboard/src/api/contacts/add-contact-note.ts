import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";

type NewNote = { contactId: string; body: string; key: string };

/** Writes down what the others should know of a contact. */
export function useAddContactNote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contactId, body, key }: NewNote) =>
      unwrap(
        api.POST("/api/v1/contacts/{contact_id}/notes", {
          params: { path: { contact_id: contactId } },
          body: { body },
          headers: idempotent(key),
        }),
      ),
    onSuccess: (_note, { contactId }) => {
      void client.invalidateQueries({ queryKey: ["contacts", contactId, "notes"] });
      void client.invalidateQueries({ queryKey: ["contacts", contactId, "timeline"] });
    },
  });
}
