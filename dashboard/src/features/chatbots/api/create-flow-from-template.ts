import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

/** Keeps a flow of the gallery as a draft of the company's own; `key` is made once per form. */
export function useCreateFlowFromTemplate(template: string, key: string) {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: (body: Schema<"CreateFlowFromTemplateRequest">) =>
      unwrap(
        api.POST("/api/v1/flows/templates/{key}", {
          params: { path: { key: template } },
          body,
          headers: idempotent(key),
        }),
      ),
    onSuccess: changed,
  });
}
