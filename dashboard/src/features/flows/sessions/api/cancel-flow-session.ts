import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Ends a session, with what it waits for and has not sent; with `hand_over` people get the conversation. */
export function useCancelFlowSession(flowId: string, sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (handOver: boolean) =>
      unwrap(
        api.POST("/api/v1/flow-sessions/{session_id}/cancel", {
          params: { path: { session_id: sessionId } },
          body: { hand_over: handOver },
        }),
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["flow-sessions", sessionId] }),
        client.invalidateQueries({ queryKey: ["flows", flowId, "sessions"] }),
      ]),
  });
}
