import { api, idempotent, unwrap } from "@/lib/api";

/** Puts an emoji under a message, or takes ours off with null. */
export const reactToMessage = (messageId: string, emoji: string | null) =>
  unwrap(
    api.POST("/api/v1/messages/{message_id}/react", {
      params: { path: { message_id: messageId } },
      body: { emoji },
      headers: idempotent(crypto.randomUUID()),
    }),
  );
