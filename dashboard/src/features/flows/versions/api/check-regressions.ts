import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";
import { saveDraft } from "../../stores/saver";

/** Tells the draft what the last sessions were told, and gives those that would go otherwise. */
export function useCheckRegressions(flowId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (last: number) => {
      await saveDraft(client);
      const params = { path: { flow_id: flowId } };
      return unwrap(api.POST("/api/v1/flows/{flow_id}/regression", { params, body: { last } }));
    },
  });
}
