import { api, unwrap } from "@/lib/api";
import type { ConversationRow } from "./list-conversations";

/** Says that one has seen a conversation; the contact gets their blue ticks. */
export const markRead = (conversationId: string): Promise<ConversationRow> =>
  unwrap(
    api.POST("/api/v1/conversations/{conversation_id}/read", {
      params: { path: { conversation_id: conversationId } },
      body: { tell_contact: true },
    }),
  );
