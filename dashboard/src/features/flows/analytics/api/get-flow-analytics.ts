import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

export type Period = { from: string; to?: string; version?: number };

/** What became of a flow's sessions, in total and step by step. */
export const flowAnalyticsQuery = (flowId: string, period: Period) =>
  queryOptions({
    queryKey: ["flows", flowId, "analytics", period],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/flows/{flow_id}/analytics", {
          params: { path: { flow_id: flowId }, query: period },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
