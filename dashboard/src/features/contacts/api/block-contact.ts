import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useKeepContact } from "../hooks/use-keep-contact";

type Given = { id: string; isBlocked: boolean };

/** Blocks a contact, or answers it again. */
export function useBlockContact() {
  const keep = useKeepContact();
  return useMutation({
    mutationFn: ({ id, isBlocked }: Given) => {
      const params = { path: { contact_id: id } };
      return unwrap(
        isBlocked
          ? api.POST("/api/v1/contacts/{contact_id}/block", { params })
          : api.POST("/api/v1/contacts/{contact_id}/unblock", { params }),
      );
    },
    onSuccess: keep,
  });
}
