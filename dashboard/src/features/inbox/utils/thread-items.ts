import type { ConversationNote } from "@/api/conversations/list-notes";
import type { StoryRow } from "@/api/conversations/list-timeline";
import type { MessageRow } from "@/api/messages/list-messages";
import { dayOf } from "@/lib/format";
import type { Outgoing } from "../stores/outgoing";

/** One line of a thread. `key` stays the same as long as it is the same thing. `day` is there on the first line of a day:
 * a part of that line, so that the place is kept when older lines of the day come above it. */
export type ThreadItem = { key: string; day?: string } & (
  | { kind: "unread"; count: number }
  | { kind: "message"; message: MessageRow; isFollowing: boolean; chosenId: string | undefined }
  | { kind: "story"; story: StoryRow }
  | { kind: "note"; note: ConversationNote }
  | { kind: "outgoing"; item: Outgoing }
);

type Given = {
  /** The oldest first. */
  messages: readonly MessageRow[];
  /** Whether these are all: then what happened before the first one is shown too. */
  isWhole: boolean;
  stories: readonly StoryRow[];
  notes: readonly ConversationNote[];
  outgoing: readonly Outgoing[];
  localIds: Readonly<Record<string, string>>;
  /** The first message that was new when the thread was opened, and how many were. */
  unread?: { id: string; count: number };
};

/** Messages of one writer within so long stand together. */
const TOGETHER_MS = 5 * 60_000;

/** Entries that say nothing beside the note or the message that they are about. */
const SILENT = new Set(["noted", "contact_noted", "contact_updated", "contact_imported"]);

type Entry = { at: string; id: string; item: ThreadItem };

/** Puts messages, notes and what happened in the order of time, with a line for each day and one above what is new. */
export function threadItems(given: Given): ThreadItem[] {
  const { messages, notes, stories, isWhole, outgoing } = given;
  const chosen = chosenIds(messages);
  const first = isWhole ? "" : (messages[0]?.created_at ?? "");
  const entries: Entry[] = [
    ...messages.map((message) => messageEntry(message, chosen.get(message.id), given.localIds)),
    ...notes.map((note) => ({ at: note.created_at, id: note.id, item: { kind: "note", key: note.id, note } as const })),
    ...stories
      .filter(({ kind }) => !SILENT.has(kind))
      .map((story) => ({
        at: story.at,
        id: story.kind === "opened" ? "" : story.id,
        item: { kind: "story", key: story.id, story } as const,
      })),
  ].filter(({ at }) => at >= first);
  entries.sort(inOrder);
  const shown = withDividers(entries, given.unread);
  return [...shown, ...outgoing.map((item) => ({ kind: "outgoing", key: item.localId, item }) as const)];
}

const inOrder = (one: Entry, other: Entry): number => {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
};

const messageEntry = (message: MessageRow, chosenId: string | undefined, localIds: Given["localIds"]): Entry => ({
  at: message.created_at,
  id: message.id,
  item: { kind: "message", key: localIds[message.id] ?? message.id, message, isFollowing: false, chosenId },
});

function withDividers(entries: readonly Entry[], unread: Given["unread"]): ThreadItem[] {
  const items: ThreadItem[] = [];
  let [held, before]: [string, MessageRow | undefined] = ["", undefined];
  for (const { at, item } of entries) {
    const today = dayOf(at);
    const message = item.kind === "message" ? item.message : undefined;
    const isNew = unread !== undefined && message?.id === unread.id;
    const isFollowing = !isNew && today === held && goTogether(before, message);
    const shown: ThreadItem = item.kind === "message" ? { ...item, isFollowing } : item;
    const lines: ThreadItem[] = isNew ? [{ kind: "unread", key: "unread", count: unread.count }, shown] : [shown];
    const [first, ...others] = lines;
    items.push(...(first && today !== held ? [{ ...first, day: at }, ...others] : lines));
    [held, before] = [today, message];
  }
  return items;
}

function goTogether(one: MessageRow | undefined, other: MessageRow | undefined): boolean {
  if (!one || !other) return false;
  const isSame = one.direction === other.direction && one.sender === other.sender && one.user_id === other.user_id;
  return isSame && Date.parse(other.created_at) - Date.parse(one.created_at) < TOGETHER_MS;
}

/** Which choice of a message was taken, by the message's id. */
function chosenIds(messages: readonly MessageRow[]): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const { type, quoted, content } of messages) {
    const id = (content as { id?: unknown } | null)?.id;
    if (type === "interactive" && quoted && typeof id === "string") chosen.set(quoted.id, id);
  }
  return chosen;
}

/** The first of the newest `count` messages of the contact. */
export function firstUnread(messages: readonly MessageRow[], count: number): { id: string; count: number } | undefined {
  if (count <= 0) return undefined;
  const received = messages.filter(({ direction }) => direction === "inbound");
  const first = received.at(-count) ?? received[0];
  return first && { id: first.id, count };
}
