import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useKeepContact } from "../hooks/use-keep-contact";

type Given = { id: string; tagIds: string[] };

/** Says which tags a contact has; it has no others from then on. */
export function useSetContactTags() {
  const keep = useKeepContact();
  return useMutation({
    mutationFn: ({ id, tagIds }: Given) =>
      unwrap(
        api.PUT("/api/v1/contacts/{contact_id}/tags", {
          params: { path: { contact_id: id } },
          body: { tag_ids: tagIds },
        }),
      ),
    onSuccess: keep,
  });
}
