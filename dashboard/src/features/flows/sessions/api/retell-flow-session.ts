import { queryOptions } from "@tanstack/react-query";
import { rehearseFlow } from "../../testing/api/rehearse-flow";

/** Tells the draft what a session was told: both transcripts, the steps side by side, and where they part. */
export const retoldSessionQuery = (flowId: string, sessionId: string) =>
  queryOptions({
    queryKey: ["flow-sessions", sessionId, "retold"],
    queryFn: async ({ signal }) => (await rehearseFlow(flowId, { session_id: sessionId }, signal)).session ?? null,
    staleTime: 0,
    retry: false,
  });
