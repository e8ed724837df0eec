import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

export type SendContent = Schema<"SendMessageRequest">["content"];

/** Queues a message to the contact; twice under the same key it is sent once. `replyTo` is the quoted message's id at the provider. */
export const sendMessage = (given: { id: string; content: SendContent; replyTo: string | null; key: string }) =>
  unwrap(
    api.POST("/api/v1/conversations/{conversation_id}/messages", {
      params: { path: { conversation_id: given.id } },
      body: { content: given.content, reply_to: given.replyTo },
      headers: idempotent(given.key),
    }),
  );
