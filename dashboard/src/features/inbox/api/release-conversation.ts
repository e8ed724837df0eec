import { api, unwrap } from "@/lib/api";

/** Gives a conversation back to the bot; the contact's next message starts a flow. */
export const releaseConversation = (id: string) =>
  unwrap(api.POST("/api/v1/conversations/{conversation_id}/release", { params: { path: { conversation_id: id } } }));
