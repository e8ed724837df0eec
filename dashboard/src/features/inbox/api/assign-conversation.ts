import { api, unwrap } from "@/lib/api";

/** Gives a conversation to a person. */
export const assignConversation = (id: string, userId: string) =>
  unwrap(
    api.POST("/api/v1/conversations/{conversation_id}/assign", {
      params: { path: { conversation_id: id } },
      body: { user_id: userId },
    }),
  );
