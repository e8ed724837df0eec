import { api, unwrap } from "@/lib/api";

/** Ends a conversation; the contact's next message opens another. */
export const resolveConversation = (id: string, resolution: string | null) =>
  unwrap(
    api.POST("/api/v1/conversations/{conversation_id}/resolve", {
      params: { path: { conversation_id: id } },
      body: { resolution },
    }),
  );
