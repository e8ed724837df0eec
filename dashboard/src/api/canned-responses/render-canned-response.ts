import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A canned response with its variables filled in for a conversation; nothing is sent by asking. */
export const renderedResponseQuery = (responseId: string, conversationId: string) =>
  queryOptions({
    queryKey: ["canned-responses", responseId, "rendered", conversationId],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST("/api/v1/canned-responses/{response_id}/render", {
          params: { path: { response_id: responseId } },
          body: { conversation_id: conversationId },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
