import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MessageRow } from "@/api/messages/list-messages";
import { ApiError } from "@/lib/api-error";
import { sendMessage } from "../api/send-message";
import { useOutgoing, type Outgoing, type OutgoingContent } from "../stores/outgoing";
import { catchUp, showMessage } from "../utils/apply-event";
import { rowOfQueued } from "../utils/message-cache";

export type NewMessage = {
  conversationId: string;
  content: OutgoingContent;
  quoted?: MessageRow;
  previewUrl?: string;
  /** Where the message was begun before (an upload), the name it has since then. */
  localId?: string;
};

/** Messages of a conversation go one after another, so that they arrive in the order in which they were written. */
const queues = new Map<string, Promise<void>>();

function inOrder(conversationId: string, work: () => Promise<void>): Promise<void> {
  const done = (queues.get(conversationId) ?? Promise.resolve()).then(work);
  queues.set(conversationId, done);
  return done;
}

async function deliver(client: QueryClient, item: Pick<Outgoing, "localId" | "conversationId" | "content" | "quoted">) {
  const { localId, conversationId: id, content, quoted } = item;
  const { fail, settle, remove } = useOutgoing.getState();
  try {
    const sent = await sendMessage({ id, content, replyTo: quoted?.provider_message_id ?? null, key: localId });
    settle(localId, sent.id);
    showMessage(client, id, rowOfQueued(sent, new Date().toISOString(), quoted));
    remove(localId);
    void client.invalidateQueries({ queryKey: ["conversations", id], exact: true });
    void catchUp(client, id).catch(() => undefined);
  } catch (error) {
    fail(
      localId,
      error instanceof ApiError ? error : new ApiError({ status: 0, code: "UNSENT", message: String(error) }),
    );
  }
}

/** Whether the API said no for certain: it would say so again under the same key, and nothing was sent. */
const wasRefused = (error: ApiError | undefined): boolean =>
  error !== undefined && error.status > 0 && !error.isPassing;

/** Sends messages: each is shown at once, and one that could not be sent stays to be tried again or thrown away.
 *
 * The name that it has here is its idempotency key: however often it is tried, it is sent once. What was refused for
 * certain is tried anew, under another key.
 */
export function useSendMessage() {
  const client = useQueryClient();
  return useMemo(() => {
    const send = ({ localId = crypto.randomUUID(), ...message }: NewMessage): Promise<void> => {
      const item = { ...message, localId };
      useOutgoing.getState().add(item);
      return inOrder(item.conversationId, () => deliver(client, item));
    };
    const retry = (failedId: string): Promise<void> => {
      const { items, remove } = useOutgoing.getState();
      const item = items.find((one) => one.localId === failedId);
      if (item?.status !== "failed") return Promise.resolve();
      if (!wasRefused(item.error)) return send(item);
      remove(failedId);
      const { conversationId, content, quoted, previewUrl } = item;
      return send({ conversationId, content, quoted, previewUrl });
    };
    return { send, retry };
  }, [client]);
}
