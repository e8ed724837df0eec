import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** How many contacts a segment means at this moment, as it is kept in that version, and the first of them. */
export const segmentPreviewQuery = (segmentId: string, version: number) =>
  queryOptions({
    queryKey: ["segments", segmentId, "preview", version],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/segments/{segment_id}/preview", { params: { path: { segment_id: segmentId } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
