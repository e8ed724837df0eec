import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

/** Lets a chatbot start flows, or no more; sessions that run go on. */
export function useSetChatbotActive() {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: ({ id, active }: { id: string; active: boolean }) => {
      const given = { params: { path: { chatbot_id: id } } };
      return unwrap(
        active
          ? api.POST("/api/v1/chatbots/{chatbot_id}/activate", given)
          : api.POST("/api/v1/chatbots/{chatbot_id}/deactivate", given),
      );
    },
    onSuccess: changed,
  });
}
