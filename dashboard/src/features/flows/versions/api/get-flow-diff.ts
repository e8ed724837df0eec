import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A side of a difference: a version's number, or the draft. */
export type Side = string;
export const DRAFT: Side = "draft";

/** What is different between two sides; `draftVersion` says which draft was looked at. */
export const flowDiffQuery = (flowId: string, from: Side, to: Side, draftVersion: number) =>
  queryOptions({
    queryKey: ["flows", flowId, "diff", from, to, draftVersion],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/flows/{flow_id}/diff", {
          params: { path: { flow_id: flowId }, query: { from, to } },
          signal,
        }),
      ),
  });
