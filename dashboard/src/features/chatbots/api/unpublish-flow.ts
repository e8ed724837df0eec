import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

/** Lets a flow start no more; sessions go on to their end. */
export function useUnpublishFlow() {
  const client = useQueryClient();
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST("/api/v1/flows/{flow_id}/unpublish", { params: { path: { flow_id: id } } })),
    onSuccess: (_, id) => Promise.all([changed(), client.invalidateQueries({ queryKey: ["flows", id] })]),
  });
}
