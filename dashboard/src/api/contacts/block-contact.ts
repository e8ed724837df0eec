import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Blocks a contact, or answers it again. */
export function useBlockContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contactId, isBlocked }: { contactId: string; isBlocked: boolean }) => {
      const params = { path: { contact_id: contactId } };
      return unwrap(
        isBlocked
          ? api.POST("/api/v1/contacts/{contact_id}/block", { params })
          : api.POST("/api/v1/contacts/{contact_id}/unblock", { params }),
      );
    },
    onSuccess: (contact) => {
      client.setQueryData(["contacts", contact.id], contact);
      void client.invalidateQueries({ queryKey: ["contacts"] });
    },
  });
}
