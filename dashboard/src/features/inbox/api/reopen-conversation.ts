import { api, unwrap } from "@/lib/api";

/** Goes on with a conversation that was resolved or archived; whoever reopens it has it. */
export const reopenConversation = (id: string) =>
  unwrap(api.POST("/api/v1/conversations/{conversation_id}/reopen", { params: { path: { conversation_id: id } } }));
