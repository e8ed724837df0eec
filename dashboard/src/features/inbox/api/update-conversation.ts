import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type ConversationUpdate = Schema<"UpdateConversationRequest">;

/** Changes a conversation's priority or department. */
export const updateConversation = (id: string, update: ConversationUpdate) =>
  unwrap(
    api.PATCH("/api/v1/conversations/{conversation_id}", {
      params: { path: { conversation_id: id } },
      body: update,
    }),
  );
