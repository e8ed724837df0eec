import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A version with its document. It never changes. */
export const flowVersionQuery = (flowId: string, number: number) =>
  queryOptions({
    queryKey: ["flows", flowId, "versions", number],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/flows/{flow_id}/versions/{number}", {
          params: { path: { flow_id: flowId, number } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });
