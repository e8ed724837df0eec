import type { InfiniteData } from "@tanstack/react-query";
import type { MessageRow } from "@/api/messages/list-messages";
import type { Page, Schema } from "@/api/types";
import type { InboxData } from "./frames";

export type MessagePages = InfiniteData<Page<MessageRow>>;
type Status = MessageRow["status"];

/** How far a message of ours got; a status never goes back. A failure that is told after `sent` counts. */
const RANK: Record<Status, number> = {
  queued: 0,
  cancelled: 1,
  sent: 2,
  failed: 3,
  delivered: 4,
  read: 5,
  played: 6,
  received: 7,
};

/** Of two statuses the one that got further. */
export const furthest = (one: Status, other: Status): Status => (RANK[other] > RANK[one] ? other : one);

const isStatus = (word: string): word is Status => word in RANK;

/** Whether a message comes before another in the thread: by time, then by id, which grows with time. */
export function isEarlier(one: MessageRow, other: MessageRow): boolean {
  return one.created_at === other.created_at ? one.id < other.id : one.created_at < other.created_at;
}

/** Finds a message in what is loaded. */
export function findMessage(data: MessagePages | undefined, id: string): MessageRow | undefined {
  for (const page of data?.pages ?? []) for (const row of page.items) if (row.id === id) return row;
  return undefined;
}

/** Puts messages in: what is there is replaced, though its status never goes back; what is older than all that is loaded
 * waits until somebody scrolls there. */
export function mergeMessages(data: MessagePages, rows: readonly MessageRow[]): MessagePages {
  const left = new Map(rows.map((row) => [row.id, row]));
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((held) => {
      const fresh = left.get(held.id);
      if (!fresh) return [held];
      const next = { ...fresh, status: furthest(fresh.status, held.status) };
      left.set(held.id, next);
      if (fresh.created_at !== held.created_at) return [];
      left.delete(held.id);
      return [isDeepEqual(held, next) ? held : next];
    }),
  }));
  for (const row of left.values()) insert(pages, row);
  return { ...data, pages };
}

/** What did not change stays the same object, so that its bubble is not drawn again. */
const isDeepEqual = (one: MessageRow, other: MessageRow): boolean => JSON.stringify(one) === JSON.stringify(other);

function insert(pages: Page<MessageRow>[], row: MessageRow): void {
  for (const [index, page] of pages.entries()) {
    const at = page.items.findIndex((other) => isEarlier(other, row));
    const isEnd = index === pages.length - 1 && !page.next_cursor;
    if (at < 0 && !isEnd) continue;
    page.items = page.items.toSpliced(at < 0 ? page.items.length : at, 0, row);
    return;
  }
}

/** Puts the newest page in; where it does not touch what is held, something is missing between, and it stands alone. */
export function mergeNewest(data: MessagePages, newest: Page<MessageRow>): MessagePages {
  const isJoined = newest.items.some(({ id }) => findMessage(data, id)) || !newest.next_cursor;
  return isJoined ? mergeMessages(data, newest.items) : { pages: [newest], pageParams: [""] };
}

const change = (data: MessagePages, id: string, to: (row: MessageRow) => MessageRow): MessagePages => ({
  ...data,
  pages: data.pages.map((page) =>
    page.items.some((row) => row.id === id)
      ? { ...page, items: page.items.map((row) => (row.id === id ? to(row) : row)) }
      : page,
  ),
});

/** Takes a status in, unless the message got further already. */
export function applyStatus(data: MessagePages, told: InboxData<"message_status">): MessagePages {
  const { status, at, error_code, error_detail } = told;
  if (!isStatus(status)) return data;
  return change(data, told.message_id, (row) => {
    const status_at = { ...(row.status_at as Record<string, string> | null), [status]: at };
    if (furthest(row.status, status) === row.status) return { ...row, status_at };
    const error = status === "failed" ? { error_code: error_code ?? null, error_detail: error_detail ?? null } : {};
    return { ...row, ...error, status, status_at };
  });
}

/** Takes a reaction, an edit, a revoke or the arrival of a file in. */
export function applyUpdate(data: MessagePages, told: InboxData<"message_updated">): MessagePages {
  return change(data, told.message_id, (row) => {
    if (told.change === "reaction") return { ...row, reactions: reactionsAfter(row, told) };
    if (told.change === "edit") return { ...row, content: told.content ?? row.content, edited_at: told.at };
    if (told.change === "revoke") return { ...row, content: { type: row.type }, media: null, revoked_at: told.at };
    if (told.change === "media") return { ...row, content: told.content ?? row.content };
    return row;
  });
}

function reactionsAfter(row: MessageRow, told: InboxData<"message_updated">): Schema<"ReactionShown">[] {
  const side = told.side === "contact" ? "contact" : "business";
  const others = (row.reactions ?? []).filter((one) => one.side !== side);
  return told.emoji ? [...others, { side, emoji: told.emoji, user_id: told.user_id ?? null, at: told.at }] : others;
}

const BLANK = {
  user_id: null,
  sender_name: null,
  status_at: {},
  error_code: null,
  error_detail: null,
  provider_message_id: null,
  reply_to: null,
  flow_session_id: null,
  edited_at: null,
  revoked_at: null,
  referral: null,
  retried_as: null,
  reactions: [],
  quoted: null,
  media: null,
} satisfies Partial<MessageRow>;

/** The file of a content, where it is one of ours. */
export const mediaIdOf = (content: unknown): string | null => {
  const id = (content as { media_id?: unknown }).media_id;
  return typeof id === "string" ? id : null;
};

/** A message as an event tells it: shown at once, until the whole row is fetched. */
export function rowOfReceived(told: InboxData<"message_received">, at: string): MessageRow {
  const { content, message_id } = told;
  return {
    ...BLANK,
    id: message_id,
    direction: "inbound",
    sender: "contact",
    type: content.type,
    content,
    media_id: mediaIdOf(content),
    status: "received",
    created_at: at,
  };
}

const SENDERS: readonly MessageRow["sender"][] = ["agent", "bot", "campaign", "system"];

/** A message of ours as an event tells it. */
export function rowOfSent(told: InboxData<"message_sent">, at: string): MessageRow {
  const { content, message_id } = told;
  const sender = SENDERS.find((word) => word === told.sender) ?? "system";
  return {
    ...BLANK,
    id: message_id,
    direction: "outbound",
    sender,
    type: content.type,
    content,
    media_id: mediaIdOf(content),
    status: "queued",
    created_at: at,
  };
}

/** A message as the API answers to sending it. */
export function rowOfQueued(queued: Schema<"QueuedMessage">, at: string, quoted?: MessageRow): MessageRow {
  const { content, id, status, user_id, reply_to } = queued;
  const sent = { ...BLANK, id, status, user_id, reply_to, quoted: quoted ?? null, created_at: at };
  return { ...sent, direction: "outbound", sender: "agent", type: content.type, content, media_id: mediaIdOf(content) };
}
