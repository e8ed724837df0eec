import { create } from "zustand";

type PresenceState = {
  /** Who writes, by conversation and user, and until when that holds (milliseconds since 1970). */
  typing: Readonly<Record<string, Readonly<Record<string, number>>>>;
  setTyping: (conversationId: string, userId: string, until: number | null) => void;
  /** Forgets what has lapsed. */
  expire: (now: number) => void;
};

/** Signals of colleagues that no request can ask for. */
export const usePresence = create<PresenceState>((set) => ({
  typing: {},
  setTyping: (conversationId, userId, until) =>
    set(({ typing }) => {
      const others = Object.entries(typing[conversationId] ?? {}).filter(([id]) => id !== userId);
      const users = Object.fromEntries(until === null ? others : [...others, [userId, until]]);
      return { typing: { ...typing, [conversationId]: users } };
    }),
  expire: (now) =>
    set(({ typing }) => ({
      typing: Object.fromEntries(
        Object.entries(typing).map(([id, users]) => [
          id,
          Object.fromEntries(Object.entries(users).filter(([, until]) => until > now)),
        ]),
      ),
    })),
}));
