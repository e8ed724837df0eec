import { api, unwrap } from "@/lib/api";

/** Takes a conversation; the bot is silent from then on. */
export const takeOverConversation = (id: string) =>
  unwrap(api.POST("/api/v1/conversations/{conversation_id}/takeover", { params: { path: { conversation_id: id } } }));
