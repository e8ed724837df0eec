import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

/** Makes a draft of a file of ours or of Typebot's; `key` is made once per file. */
export function useImportFlow() {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: ({ key, ...body }: Schema<"ImportFlowRequest"> & { key: string }) =>
      unwrap(api.POST("/api/v1/flows/import", { body, headers: idempotent(key) })),
    onSuccess: changed,
  });
}
