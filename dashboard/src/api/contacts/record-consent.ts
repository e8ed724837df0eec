import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Consent = {
  contactId: string;
  isGranted: boolean;
  purpose: Schema<"Purpose">;
  /** Where the yes or no was given, in words: it is the proof. */
  source: string;
  textShown: string | null;
  key: string;
};

/** Writes down that a contact agrees to be written to, or does not: a row of a ledger that only grows. */
export function useRecordConsent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contactId, isGranted, purpose, source, textShown, key }: Consent) => {
      const asked = {
        params: { path: { contact_id: contactId } },
        body: { purpose, source, text_shown: textShown },
        headers: idempotent(key),
      };
      return unwrap(
        isGranted
          ? api.POST("/api/v1/contacts/{contact_id}/opt-in", asked)
          : api.POST("/api/v1/contacts/{contact_id}/opt-out", asked),
      );
    },
    onSuccess: (contact) => {
      client.setQueryData(["contacts", contact.id], contact);
      void client.invalidateQueries({ queryKey: ["contacts"] });
    },
  });
}
