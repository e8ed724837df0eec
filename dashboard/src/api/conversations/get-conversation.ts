import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** One conversation, as the viewer sees it, with what was promised in it. */
export const conversationQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ["conversations", conversationId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/conversations/{conversation_id}", {
          params: { path: { conversation_id: conversationId }, query: { expand: "sla" } },
          signal,
        }),
      ),
  });
