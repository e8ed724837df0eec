import { create } from "zustand";
import { persist } from "zustand/middleware";

export type Mode = "reply" | "note";

/** What somebody was writing in a conversation: an answer, a note beside it, and which of both they were at. */
export type LocalDraft = {
  mode: Mode;
  reply: string;
  note: string;
  /** When the answer was last changed here, ISO 8601. */
  changedAt: string;
};

const EMPTY: LocalDraft = { mode: "reply", reply: "", note: "", changedAt: "" };
/** So many are remembered; the oldest are forgotten first. */
const MOST = 200;

type DraftsState = {
  /** By `<user>/<conversation>`: people may share a computer. */
  drafts: Readonly<Record<string, LocalDraft>>;
  write: (key: string, change: Partial<Omit<LocalDraft, "changedAt">>) => void;
  /** Takes what the server keeps, where nothing newer was written here. */
  takeServers: (key: string, kept: { body: string; updated_at: string }) => void;
};

export const draftKey = (userId: string, conversationId: string): string => `${userId}/${conversationId}`;

const isBlank = (draft: LocalDraft) => draft.reply === "" && draft.note === "" && draft.mode === "reply";

function kept(drafts: Readonly<Record<string, LocalDraft>>, key: string, draft: LocalDraft) {
  const others = Object.entries(drafts).filter(([name]) => name !== key);
  return Object.fromEntries(isBlank(draft) ? others : [...others, [key, draft] as const].slice(-MOST));
}

/** Whether the server's draft is newer than what was last written here. An empty one never takes words away. */
export function isServersNewer(local: LocalDraft, server: { body: string; updated_at: string }): boolean {
  if (server.body === "" || server.body === local.reply) return false;
  return local.reply === "" || Date.parse(server.updated_at) > Date.parse(local.changedAt || "1970-01-01");
}

/** What is being written, in this browser: it outlives a reload, a logout by time, and a broken network. */
export const useDrafts = create<DraftsState>()(
  persist(
    (set) => ({
      drafts: {},
      write: (key, change) =>
        set(({ drafts }) => {
          const changedAt = change.reply === undefined ? {} : { changedAt: new Date().toISOString() };
          return { drafts: kept(drafts, key, { ...EMPTY, ...drafts[key], ...change, ...changedAt }) };
        }),
      takeServers: (key, server) =>
        set(({ drafts }) => {
          const local = drafts[key] ?? EMPTY;
          if (!isServersNewer(local, server)) return {};
          return { drafts: kept(drafts, key, { ...local, reply: server.body, changedAt: server.updated_at }) };
        }),
    }),
    { name: "pytake.drafts", partialize: ({ drafts }) => ({ drafts }) },
  ),
);

/** The draft of a conversation as it is now. */
export const draftOf = (drafts: Readonly<Record<string, LocalDraft>>, key: string): LocalDraft => drafts[key] ?? EMPTY;
