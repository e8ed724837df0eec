import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useKeepContact } from "./keep-contact";

/** Blocks a contact, or answers it again. */
export function useBlockContact() {
  const keep = useKeepContact();
  return useMutation({
    mutationFn: ({ contactId, isBlocked }: { contactId: string; isBlocked: boolean }) => {
      const params = { path: { contact_id: contactId } };
      return unwrap(
        isBlocked
          ? api.POST("/api/v1/contacts/{contact_id}/block", { params })
          : api.POST("/api/v1/contacts/{contact_id}/unblock", { params }),
      );
    },
    onSuccess: keep,
  });
}
