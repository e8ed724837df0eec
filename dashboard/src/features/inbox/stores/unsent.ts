import { ApiError } from "@/lib/api-error";
import { useOutgoing, type Outgoing } from "./outgoing";

const KEY = "pytake.unsent";
type Kept = Pick<Outgoing, "localId" | "conversationId" | "content" | "quoted" | "createdAt">;

const nameOf = (userId: string): string => `${KEY}.${userId}`;

const toKeep = ({ localId, conversationId, content, quoted, createdAt }: Outgoing): Kept => ({
  localId,
  conversationId,
  content,
  quoted,
  createdAt,
});

function read(userId: string): Kept[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(userId)) ?? "[]");
    return Array.isArray(found) ? (found as Kept[]) : [];
  } catch {
    return [];
  }
}

/** Keeps what is not sent yet in this browser, and brings back what an earlier visit left: as failed, to be sent by a click.
 *
 * `message` says so to the person. Gives what ends it.
 */
export function keepUnsent(userId: string, message: string): () => void {
  const { items, add, fail } = useOutgoing.getState();
  const known = new Set(items.map(({ localId }) => localId));
  for (const kept of read(userId)) {
    if (known.has(kept.localId)) continue;
    add(kept);
    fail(kept.localId, new ApiError({ status: 0, code: "UNSENT", message }));
  }
  return useOutgoing.subscribe(({ items: now }) => {
    const unsent = now.filter(({ messageId }) => messageId === undefined);
    if (unsent.length) localStorage.setItem(nameOf(userId), JSON.stringify(unsent.map(toKeep)));
    else localStorage.removeItem(nameOf(userId));
  });
}
