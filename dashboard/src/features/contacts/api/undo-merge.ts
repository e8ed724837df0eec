import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Takes back the last merge into a contact; answers the contact that is back. */
export function useUndoMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keptId: string) =>
      unwrap(api.DELETE("/api/v1/contacts/{contact_id}/merge", { params: { path: { contact_id: keptId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contacts"] }),
  });
}
