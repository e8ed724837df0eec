import { api, unwrap } from "@/lib/api";

/** Says which tags a conversation has; no others from then on. */
export const setConversationTags = (id: string, tagIds: string[]) =>
  unwrap(
    api.PUT("/api/v1/conversations/{conversation_id}/tags", {
      params: { path: { conversation_id: id } },
      body: { tag_ids: tagIds },
    }),
  );
