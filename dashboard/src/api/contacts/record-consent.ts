import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";
import { useKeepContact } from "./keep-contact";

type Given = { contactId: string; key: string; isGranted: boolean; consent: Schema<"OptInRequest"> };

/** Writes down a yes or a no of a contact, with what proves it: a row of a ledger that only grows. */
export function useRecordConsent() {
  const keep = useKeepContact();
  return useMutation({
    mutationFn: ({ contactId, key, isGranted, consent }: Given) => {
      const params = { path: { contact_id: contactId } };
      const { expires_at, ...refusal } = consent;
      return unwrap(
        isGranted
          ? api.POST("/api/v1/contacts/{contact_id}/opt-in", {
              params,
              headers: idempotent(key),
              body: { ...refusal, expires_at },
            })
          : api.POST("/api/v1/contacts/{contact_id}/opt-out", { params, headers: idempotent(key), body: refusal }),
      );
    },
    onSuccess: keep,
  });
}
