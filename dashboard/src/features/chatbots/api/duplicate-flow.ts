import { useMutation } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";
import { useChatbotChanged } from "./use-chatbot-changed";

/** Copies a flow's draft with its tests. */
export function useDuplicateFlow(key: string) {
  const changed = useChatbotChanged();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      unwrap(
        api.POST("/api/v1/flows/{flow_id}/duplicate", {
          params: { path: { flow_id: id } },
          body: { name },
          headers: idempotent(key),
        }),
      ),
    onSuccess: changed,
  });
}
