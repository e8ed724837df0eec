import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useKeepContact } from "@/api/contacts/keep-contact";
import { api, idempotent, unwrap } from "@/lib/api";

type Given = { keptId: string; mergedId: string; key: string };

/** Makes the other contact part of the one that is kept. */
export function useMergeContacts() {
  const client = useQueryClient();
  const keep = useKeepContact();
  return useMutation({
    mutationFn: ({ keptId, mergedId, key }: Given) =>
      unwrap(
        api.POST("/api/v1/contacts/{contact_id}/merge", {
          params: { path: { contact_id: keptId } },
          headers: idempotent(key),
          body: { contact_id: mergedId },
        }),
      ),
    onSuccess: (kept, { mergedId }) => {
      keep(kept);
      void client.invalidateQueries({
        predicate: ({ queryKey: [resource, id] }) => resource === "contacts" && id !== mergedId,
      });
    },
  });
}
