import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Keeps a draft. 409 where `version` is not the one that the server has. */
export function updateFlow(
  flowId: string,
  version: number,
  body: Schema<"UpdateFlowRequest">,
): Promise<Schema<"FlowView">> {
  const params = { path: { flow_id: flowId }, header: { "If-Match": `"${version}"` } };
  return unwrap(api.PUT("/api/v1/flows/{flow_id}", { params, body }));
}
