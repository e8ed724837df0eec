import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

/** Makes a chatbot; `key` is made once per form. */
export function useCreateChatbot(key: string) {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: (body: Schema<"CreateChatbotRequest">) =>
      unwrap(api.POST("/api/v1/chatbots", { body, headers: idempotent(key) })),
    onSuccess: changed,
  });
}
