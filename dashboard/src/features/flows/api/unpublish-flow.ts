import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Lets a flow start no more; its sessions go on to their end. */
export function useUnpublishFlow(flowId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST("/api/v1/flows/{flow_id}/unpublish", { params: { path: { flow_id: flowId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["flows"] }),
  });
}
