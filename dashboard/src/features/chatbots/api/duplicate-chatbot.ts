import { useMutation } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

/** Copies a chatbot with its flows' drafts and tests; the copy is not active. */
export function useDuplicateChatbot(key: string) {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      unwrap(
        api.POST("/api/v1/chatbots/{chatbot_id}/duplicate", {
          params: { path: { chatbot_id: id } },
          body: { name },
          headers: idempotent(key),
        }),
      ),
    onSuccess: changed,
  });
}
