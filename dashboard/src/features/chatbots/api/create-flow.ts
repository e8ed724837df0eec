import { useMutation } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

type NewFlow = { chatbotId: string; document: unknown; priority: number };

/** Makes a flow's draft within a chatbot; `key` is made once per form. */
export function useCreateFlow(key: string) {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: ({ chatbotId, document, priority }: NewFlow) =>
      unwrap(
        api.POST("/api/v1/chatbots/{chatbot_id}/flows", {
          params: { path: { chatbot_id: chatbotId } },
          body: { document, priority },
          headers: idempotent(key),
        }),
      ),
    onSuccess: changed,
  });
}
