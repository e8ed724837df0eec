import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tellError } from "@/lib/tell-error";
import { setConversationTags } from "../api/set-conversation-tags";
import { patchConversation } from "../utils/patch-conversation";

/** Sets the tags of a conversation, shown at once and put back where the API refuses. */
export function useConversationTags(conversation: { id: string; tag_ids: string[] }) {
  const client = useQueryClient();
  const { id } = conversation;
  return useMutation({
    mutationFn: (tagIds: string[]) => setConversationTags(id, tagIds),
    onMutate: (tagIds) => {
      patchConversation(client, id, { tag_ids: tagIds });
      return { before: conversation.tag_ids };
    },
    onError: (error, _tagIds, context) => {
      if (context) patchConversation(client, id, { tag_ids: context.before });
      tellError(error);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["conversations", id] });
      void client.invalidateQueries({ queryKey: ["tags"] });
    },
  });
}
