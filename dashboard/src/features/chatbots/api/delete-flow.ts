import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

/** Deletes a flow, unless another that runs jumps to it or it is a chatbot's main one. */
export function useDeleteFlow() {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/v1/flows/{flow_id}", { params: { path: { flow_id: id } } })),
    onSuccess: changed,
  });
}
