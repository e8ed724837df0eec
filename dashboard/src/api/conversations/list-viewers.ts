import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Who has a conversation open just now, oneself included; the WebSocket tells of changes. */
export const viewersQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ["conversations", conversationId, "viewers"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/conversations/{conversation_id}/viewers", {
          params: { path: { conversation_id: conversationId } },
          signal,
        }),
      ),
  });
