import type { Schema } from "@/api/types";

type Row = Pick<Schema<"ConversationRow">, "id" | "contact_name" | "contact_phone"> & {
  sla?: readonly Schema<"PromiseShown">[];
};

/** A promise that is broken, or will be soon. */
export type AtRisk = { conversationId: string; name: string | null; kind: string; dueAt: string; isBroken: boolean };

/** The promises that are not kept yet and whose warning time has come, the nearest first. */
export function atRisk(rows: readonly Row[], now: number): AtRisk[] {
  const time = (at: string) => new Date(at).getTime();
  return rows
    .flatMap((row) => (row.sla ?? []).map((promise) => ({ row, promise })))
    .filter(({ promise }) => promise.met_at === null && time(promise.warn_at) <= now)
    .map(({ row, promise }) => ({
      conversationId: row.id,
      name: row.contact_name ?? row.contact_phone,
      kind: promise.kind,
      dueAt: promise.due_at,
      isBroken: promise.breached_at !== null || time(promise.due_at) <= now,
    }))
    .sort((one, other) => time(one.dueAt) - time(other.dueAt));
}
