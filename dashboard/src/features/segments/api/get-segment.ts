import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A stored filter of contacts. */
export const segmentQuery = (segmentId: string) =>
  queryOptions({
    queryKey: ["segments", segmentId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/segments/{segment_id}", { params: { path: { segment_id: segmentId } }, signal })),
  });
