import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A session step by step. Looking is written down, so it is asked for once a visit. */
export const flowSessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ["flow-sessions", sessionId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/flow-sessions/{session_id}", { params: { path: { session_id: sessionId } }, signal })),
    staleTime: 60_000,
  });
