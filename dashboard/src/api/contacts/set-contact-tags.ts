import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useKeepContact } from "./keep-contact";

/** Says which tags a contact has; it has no others from then on. */
export function useSetContactTags() {
  const client = useQueryClient();
  const keep = useKeepContact();
  return useMutation({
    mutationFn: ({ contactId, tagIds }: { contactId: string; tagIds: string[] }) =>
      unwrap(
        api.PUT("/api/v1/contacts/{contact_id}/tags", {
          params: { path: { contact_id: contactId } },
          body: { tag_ids: tagIds },
        }),
      ),
    onSuccess: (contact) => {
      keep(contact);
      void client.invalidateQueries({ queryKey: ["tags"] });
    },
  });
}
