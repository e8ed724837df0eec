import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What was published of a flow, the newest first. */
export const flowVersionsQuery = (flowId: string) =>
  infiniteQueryOptions({
    queryKey: ["flows", flowId, "versions"],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/flows/{flow_id}/versions", {
          params: { path: { flow_id: flowId }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
