import { api, idempotent, unwrap } from "@/lib/api";

/** Sends a message that failed again, as a new one; however often it is pressed, only once. */
export const retryMessage = (messageId: string) =>
  unwrap(
    api.POST("/api/v1/messages/{message_id}/retry", {
      params: { path: { message_id: messageId } },
      headers: idempotent(`retry-${messageId}`),
    }),
  );
