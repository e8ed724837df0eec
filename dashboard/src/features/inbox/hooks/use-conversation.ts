import { useQuery, useQueryClient } from "@tanstack/react-query";
import { conversationQuery } from "@/api/conversations/get-conversation";
import type { ConversationRow } from "@/api/conversations/list-conversations";
import { findRow, type ConversationPages } from "../utils/conversation-cache";

/** A conversation; what a list knows of it is shown until the API has answered. */
export function useConversation(conversationId: string) {
  const client = useQueryClient();
  return useQuery({
    ...conversationQuery(conversationId),
    placeholderData: (): ConversationRow | undefined => {
      const lists = client.getQueriesData<ConversationPages>({ queryKey: ["conversations", "list"] });
      for (const [, data] of lists) {
        const row = data && findRow(data, conversationId);
        if (row) return row;
      }
      return undefined;
    },
  });
}
