import type { ConversationRow } from "@/api/conversations/list-conversations";
import type { Schema } from "@/api/types";

/** Promised times that are so near are shown; others are far enough not to press. */
const NEAR_SECONDS = 2 * 3600;

export type Pressing = { kind: Schema<"PromiseShown">["kind"]; secondsLeft: number; isLate: boolean };

/** The promised time that presses most: not kept yet, and near or over. */
export function pressingPromise(row: Pick<ConversationRow, "sla" | "status">, now: number): Pressing | undefined {
  if (row.status !== "active" && row.status !== "waiting") return undefined;
  const open = (row.sla ?? []).filter((promise) => promise.met_at === null);
  const soonest = open.toSorted((one, other) => Date.parse(one.due_at) - Date.parse(other.due_at))[0];
  if (!soonest) return undefined;
  const secondsLeft = Math.round((Date.parse(soonest.due_at) - now) / 1000);
  return secondsLeft < NEAR_SECONDS ? { kind: soonest.kind, secondsLeft, isLate: secondsLeft < 0 } : undefined;
}
