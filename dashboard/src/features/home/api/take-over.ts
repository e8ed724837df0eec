import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Takes a conversation; of two who take it at once one gets it. */
export function useTakeOver() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (conversationId: string) =>
      unwrap(
        api.POST("/api/v1/conversations/{conversation_id}/takeover", {
          params: { path: { conversation_id: conversationId } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["conversations"] }),
  });
}
