import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

const LIMIT = 50;

/** What is to be sent in a conversation at a later time. */
export const scheduledQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ["messages", "scheduled", conversationId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/messages/scheduled", {
          params: { query: { conversation_id: conversationId, state: "scheduled", limit: LIMIT } },
          signal,
        }),
      ),
    select: (page) => page.items,
  });
