import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { useKeepContact } from "../hooks/use-keep-contact";

type Given = { id: string; version: number; changes: Schema<"UpdateContactRequest"> };

/** Changes what is known of a contact, unless somebody else did meanwhile. */
export function useUpdateContact() {
  const keep = useKeepContact();
  return useMutation({
    mutationFn: ({ id, version, changes }: Given) =>
      unwrap(
        api.PUT("/api/v1/contacts/{contact_id}", {
          params: { path: { contact_id: id } },
          headers: { "If-Match": `"${version}"` },
          body: changes,
        }),
      ),
    onSuccess: keep,
  });
}
