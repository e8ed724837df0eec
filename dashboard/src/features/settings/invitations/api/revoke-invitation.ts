import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Takes an open invitation back. */
export function useRevokeInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitationId: string) =>
      unwrap(
        api.DELETE("/api/v1/users/invitations/{invitation_id}", { params: { path: { invitation_id: invitationId } } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["invitations"] }),
  });
}
