import { useMe } from "@/api/me/get-me";
import { archiveConversation } from "../api/archive-conversation";
import { assignConversation } from "../api/assign-conversation";
import { releaseConversation } from "../api/release-conversation";
import { reopenConversation } from "../api/reopen-conversation";
import { resolveConversation } from "../api/resolve-conversation";
import { snoozeConversation } from "../api/snooze-conversation";
import { takeOverConversation } from "../api/take-over-conversation";
import { transferConversation, type Transfer } from "../api/transfer-conversation";
import { updateConversation, type ConversationUpdate } from "../api/update-conversation";
import type { Conversation } from "../utils/patch-conversation";
import { useConversationChange } from "./use-conversation-change";

const updated = (update: ConversationUpdate): Partial<Conversation> => ({
  ...(update.priority ? { priority: update.priority } : {}),
  ...(update.department_id !== undefined ? { department_id: update.department_id } : {}),
});

const transferred = (transfer: Transfer): Partial<Conversation> =>
  transfer.user_id
    ? { assigned_to: transfer.user_id, handler: "agent", status: "active" }
    : { assigned_to: null, handler: "none", status: "waiting", department_id: transfer.department_id ?? null };

/** Everything that can be done with a conversation as a whole, each shown before the API has answered. */
export function useConversationActions(id: string) {
  const me = useMe().id;
  const held = { assigned_to: me, handler: "agent", status: "active", snoozed_until: null } as const;
  return {
    takeOver: useConversationChange(id, {
      ask: takeOverConversation,
      guess: () => held,
      done: "handling.done.takeOver",
    }),
    assign: useConversationChange<string>(id, {
      ask: assignConversation,
      guess: (user) => ({ assigned_to: user, handler: "agent", status: "active" }),
      done: "handling.done.assign",
    }),
    transfer: useConversationChange<Transfer>(id, {
      ask: transferConversation,
      guess: transferred,
      done: "handling.done.transfer",
    }),
    release: useConversationChange(id, {
      ask: releaseConversation,
      guess: () => ({ assigned_to: null, handler: "bot", status: "active" }),
      done: "handling.done.release",
    }),
    resolve: useConversationChange<string | null>(id, {
      ask: resolveConversation,
      guess: (resolution) => ({ status: "resolved", resolution, snoozed_until: null }),
      done: "handling.done.resolve",
    }),
    reopen: useConversationChange(id, { ask: reopenConversation, guess: () => held, done: "handling.done.reopen" }),
    snooze: useConversationChange<string | null>(id, { ask: snoozeConversation, done: "handling.done.snooze" }),
    archive: useConversationChange(id, {
      ask: archiveConversation,
      guess: () => ({ status: "archived" }),
      done: "handling.done.archive",
    }),
    update: useConversationChange<ConversationUpdate>(id, { ask: updateConversation, guess: updated }),
  };
}

export type ConversationActions = ReturnType<typeof useConversationActions>;
