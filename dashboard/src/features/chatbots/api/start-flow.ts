import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

/** Starts a published flow with a contact; `key` is made once per form. */
export function useStartFlow(flowId: string, key: string) {
  return useMutation({
    mutationFn: (body: Schema<"StartFlowRequest">) =>
      unwrap(
        api.POST("/api/v1/flows/{flow_id}/start", {
          params: { path: { flow_id: flowId } },
          body,
          headers: idempotent(key),
        }),
      ),
  });
}
