import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { useKeepContact } from "./keep-contact";

type Given = { contactId: string; version: number; changes: Schema<"UpdateContactRequest"> };

/** Changes what is known of a contact; a 409 says that somebody else did so since `version`. */
export function useUpdateContact() {
  const keep = useKeepContact();
  return useMutation({
    mutationFn: ({ contactId, version, changes }: Given) =>
      unwrap(
        api.PUT("/api/v1/contacts/{contact_id}", {
          params: { path: { contact_id: contactId } },
          headers: { "If-Match": `"${version}"` },
          body: changes,
        }),
      ),
    onSuccess: keep,
  });
}
