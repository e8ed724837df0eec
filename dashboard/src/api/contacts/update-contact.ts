import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

type Update = { contactId: string; version: number; changes: Schema<"UpdateContactRequest"> };

/** Changes what is known of a contact; a 409 says that somebody else did so since `version`. */
export function useUpdateContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contactId, version, changes }: Update) =>
      unwrap(
        api.PUT("/api/v1/contacts/{contact_id}", {
          params: { path: { contact_id: contactId }, header: { "If-Match": `"${version}"` } },
          body: changes,
        }),
      ),
    onSuccess: (contact) => {
      client.setQueryData(["contacts", contact.id], contact);
      void client.invalidateQueries({ queryKey: ["contacts"] });
    },
  });
}
