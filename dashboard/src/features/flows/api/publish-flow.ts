import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Lets new sessions use the draft that was read as `version`. */
export function usePublishFlow(flowId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...body }: Schema<"PublishFlowRequest"> & { version: number }) => {
      const params = { path: { flow_id: flowId }, header: { "If-Match": `"${version}"` } };
      return unwrap(api.POST("/api/v1/flows/{flow_id}/publish", { params, body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["flows"] }),
  });
}
