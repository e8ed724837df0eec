import { z } from "zod";
import type { Schema } from "@/api/types";

export const PURPOSES = ["marketing", "support", "billing"] as const satisfies readonly Schema<"Purpose">[];
export const BASES = [
  "consent",
  "contract",
  "legal_obligation",
  "legitimate_interest",
  "credit_protection",
] as const satisfies readonly Schema<"LegalBasis">[];

/** A yes or no as it is being written down. */
export type ConsentDraft = {
  source: string;
  purpose: Schema<"Purpose">;
  channel: string;
  legal_basis: Schema<"LegalBasis">;
  text_shown: string | null;
  expires_at: string | null;
};

export const FIRST_CONSENT: ConsentDraft = {
  source: "",
  purpose: "marketing",
  channel: "whatsapp",
  legal_basis: "consent",
  text_shown: null,
  expires_at: null,
};

/** Whether it says how the answer is known: without it nobody can prove it. */
export const isComplete = (draft: ConsentDraft): boolean => draft.source.trim() !== "";

const told = z.object({ purpose: z.string(), channel: z.string(), legal_basis: z.string(), source: z.string() });

/** One row of the ledger, as the contact's story tells it. */
export type ConsentEntry = z.infer<typeof told> & { id: string; granted: boolean; at: string; userId: string | null };

/** The yeses and noes among what happened with a contact, the newest first. */
export function consentHistory(entries: readonly Schema<"TimelineRow">[]): ConsentEntry[] {
  return entries.flatMap(({ id, kind, data, at, user_id }) => {
    if (kind !== "consent_given" && kind !== "consent_withdrawn") return [];
    const read = told.safeParse(data);
    return read.success ? [{ ...read.data, id, at, userId: user_id, granted: kind === "consent_given" }] : [];
  });
}
