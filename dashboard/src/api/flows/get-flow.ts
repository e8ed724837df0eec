import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** One flow with its draft. */
export const flowQuery = (flowId: string) =>
  queryOptions({
    queryKey: ["flows", flowId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/flows/{flow_id}", { params: { path: { flow_id: flowId } }, signal })),
  });
