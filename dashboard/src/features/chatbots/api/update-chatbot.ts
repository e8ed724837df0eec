import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

type Change = { id: string; version: number; body: Schema<"UpdateChatbotRequest"> };

/** Changes a chatbot as it was read; what another changed meanwhile is a 409. */
export function useUpdateChatbot() {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: ({ id, version, body }: Change) => {
      const params = { path: { chatbot_id: id }, header: { "If-Match": `"${version}"` } };
      return unwrap(api.PUT("/api/v1/chatbots/{chatbot_id}", { params, body }));
    },
    onSettled: changed,
  });
}
