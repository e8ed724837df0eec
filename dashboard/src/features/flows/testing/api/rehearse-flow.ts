import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Plays conversations against the draft; nothing is sent and nothing is kept. */
export function rehearseFlow(
  flowId: string,
  body: Schema<"RehearseFlowRequest">,
  signal?: AbortSignal,
): Promise<Schema<"Rehearsed">> {
  return unwrap(api.POST("/api/v1/flows/{flow_id}/test", { params: { path: { flow_id: flowId } }, body, signal }));
}
