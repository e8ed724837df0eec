import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

type Move = { flow: Schema<"FlowRow">; chatbotId: string | null; priority: number };

/** Puts a flow into another chatbot or none, and says how early it is asked. */
export function useMoveFlow() {
  const client = useQueryClient();
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: ({ flow, chatbotId, priority }: Move) => {
      const params = { path: { flow_id: flow.id }, header: { "If-Match": `"${flow.version}"` } };
      return unwrap(api.PUT("/api/v1/flows/{flow_id}", { params, body: { chatbot_id: chatbotId, priority } }));
    },
    onSettled: (_, __, { flow }) =>
      Promise.all([changed(), client.invalidateQueries({ queryKey: ["flows", flow.id] })]),
  });
}
