import type { QueryClient } from "@tanstack/react-query";
import type { ConversationFilters, ConversationRow } from "@/api/conversations/list-conversations";
import { fetchMessages, messagesQuery } from "@/api/messages/list-messages";
import { findMessage, mergeMessages, mergeNewest, type MessagePages } from "./message-cache";
import { findRow, placeRow, withoutRow, type ConversationPages } from "./conversation-cache";
import type { Looking } from "./matching";

const LISTS = ["conversations", "list"] as const;

/** Changes a thread that is held; one that is not is fetched whole when somebody opens it. */
export function changeThread(
  client: QueryClient,
  conversationId: string,
  change: (data: MessagePages) => MessagePages,
): void {
  client.setQueryData<MessagePages>(messagesQuery(conversationId).queryKey, (data) => data && change(data));
}

/** Shows a message at once, unless the thread has it already. */
export function showMessage(
  client: QueryClient,
  conversationId: string,
  row: Parameters<typeof mergeMessages>[1][number],
) {
  changeThread(client, conversationId, (data) => (findMessage(data, row.id) ? data : mergeMessages(data, [row])));
}

/** Fetches the newest messages of a thread that is on the screen, so that nothing is missing at its end. Others are
 * caught up with when they are opened. */
export async function catchUp(client: QueryClient, conversationId: string): Promise<void> {
  const query = client.getQueryCache().find({ queryKey: messagesQuery(conversationId).queryKey });
  if (!query?.isActive() || query.state.data === undefined) return;
  const newest = await fetchMessages(conversationId);
  changeThread(client, conversationId, (data) => mergeNewest(data, newest));
}

/** Puts a fresh row into every list and view that is held; gives whether some list must be asked for again. */
export function applyRow(client: QueryClient, row: ConversationRow, looking: Looking): boolean {
  client.setQueryData<ConversationRow>(["conversations", row.id], (held) =>
    held && held.version > row.version ? held : { ...row, sla: row.sla ?? held?.sla },
  );
  let areAllSure = true;
  for (const [key, data] of client.getQueriesData<ConversationPages>({ queryKey: LISTS })) {
    if (!data) continue;
    const placed = placeRow(data, row, key[2] as ConversationFilters, looking);
    if (placed.data !== data) client.setQueryData(key, placed.data);
    if (!placed.isSure) {
      areAllSure = false;
      void client.invalidateQueries({ queryKey: key, exact: true, refetchType: "none" });
    }
  }
  return areAllSure;
}

/** A conversation as it is held, wherever it is the newest. */
export function heldRow(client: QueryClient, conversationId: string): ConversationRow | undefined {
  const rows = client
    .getQueriesData<ConversationPages>({ queryKey: LISTS })
    .map(([, data]) => data && findRow(data, conversationId));
  return [client.getQueryData<ConversationRow>(["conversations", conversationId]), ...rows].reduce((one, other) =>
    !one || (other && other.version > one.version) ? other : one,
  );
}

/** Drops a conversation that is not for this person's eyes any more. */
export function dropConversation(client: QueryClient, conversationId: string): void {
  for (const [key, data] of client.getQueriesData<ConversationPages>({ queryKey: LISTS }))
    if (data) client.setQueryData(key, withoutRow(data, conversationId));
  client.removeQueries({ queryKey: messagesQuery(conversationId).queryKey, exact: true });
}
