import { create } from "zustand";
import type { MessageRow } from "@/api/messages/list-messages";
import type { Schema } from "@/api/types";
import type { ApiError } from "@/lib/api-error";

/** What can be written to a contact: the body that `POST …/messages` takes. */
export type OutgoingContent = Schema<"QueuedMessage">["content"];

/** A message on its way to the API. Its `localId` is the idempotency key, so a retry never sends it twice. */
export type Outgoing = {
  localId: string;
  conversationId: string;
  content: OutgoingContent;
  quoted?: MessageRow;
  status: "sending" | "failed";
  error?: ApiError;
  /** ISO 8601, by this machine's clock. */
  createdAt: string;
  /** A `blob:` address of a picture or recording that is still being sent. */
  previewUrl?: string;
  /** The message that the API made of it, once it answered: it is shown in its place as soon as it is in the thread. */
  messageId?: string;
};

type OutgoingState = {
  items: readonly Outgoing[];
  /** The `localId` of each message that was sent from here: the thread goes on drawing it under the same key. */
  localIds: Readonly<Record<string, string>>;
  /** Shows a message as being sent; adding one that failed tries it again in its place. */
  add: (item: Omit<Outgoing, "status" | "createdAt"> & { createdAt?: string }) => void;
  /** Says that the API refused it, or could not be reached. */
  fail: (localId: string, error: ApiError) => void;
  /** Says which message the API made of it. */
  settle: (localId: string, messageId: string) => void;
  /** Takes it away: it was deleted, or its message is in the thread. */
  remove: (localId: string) => void;
};

const change = (items: readonly Outgoing[], localId: string, changes: Partial<Outgoing>): readonly Outgoing[] =>
  items.map((item) => (item.localId === localId ? { ...item, ...changes } : item));

export const useOutgoing = create<OutgoingState>((set) => ({
  items: [],
  localIds: {},
  add: (item) =>
    set(({ items }) =>
      items.some(({ localId }) => localId === item.localId)
        ? { items: change(items, item.localId, { status: "sending", error: undefined }) }
        : { items: [...items, { createdAt: new Date().toISOString(), ...item, status: "sending" }] },
    ),
  fail: (localId, error) => set(({ items }) => ({ items: change(items, localId, { status: "failed", error }) })),
  settle: (localId, messageId) =>
    set(({ items, localIds }) => ({
      items: change(items, localId, { messageId }),
      localIds: { ...localIds, [messageId]: localId },
    })),
  remove: (localId) => set(({ items }) => ({ items: items.filter((item) => item.localId !== localId) })),
}));

/** Those of a conversation that the thread does not show yet as real messages. The event may bring a message before the
 * API has answered: then it is known by what it holds. */
export function stillOutgoing(
  items: readonly Outgoing[],
  conversationId: string,
  messages: readonly MessageRow[],
  localIds: OutgoingState["localIds"] = {},
): Outgoing[] {
  const ours = items.filter((item) => item.conversationId === conversationId);
  if (ours.length === 0) return ours;
  const shown = new Set(messages.map(({ id }) => id));
  const candidates = messages.slice(-RECENT).filter((row) => row.sender === "agent" && !(row.id in localIds));
  return ours.filter((item) => {
    if (item.messageId !== undefined) return !shown.has(item.messageId);
    const at = item.status === "sending" ? candidates.findIndex((row) => isSame(row, item)) : -1;
    if (at >= 0) candidates.splice(at, 1);
    return at < 0;
  });
}

/** What was just sent is among the newest. */
const RECENT = 20;
/** How far the clocks of this machine and the server may be apart. */
const SKEW_MS = 2 * 60_000;

function isSame(row: MessageRow, item: Outgoing): boolean {
  if (row.type !== item.content.type || row.direction !== "outbound") return false;
  if (Math.abs(Date.parse(row.created_at) - Date.parse(item.createdAt)) > SKEW_MS) return false;
  const held = row.content as Record<string, unknown>;
  const { body, media_id: mediaId } = item.content as { body?: unknown; media_id?: unknown };
  return held.body === body && held.media_id === mediaId && (body !== undefined || mediaId !== undefined);
}
