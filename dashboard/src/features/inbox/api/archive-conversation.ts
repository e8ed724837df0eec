import { api, unwrap } from "@/lib/api";

/** Puts a resolved conversation away. */
export const archiveConversation = (id: string) =>
  unwrap(api.POST("/api/v1/conversations/{conversation_id}/archive", { params: { path: { conversation_id: id } } }));
