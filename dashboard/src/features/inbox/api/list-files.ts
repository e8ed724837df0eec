import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** As many as one looks through at once. */
const FILES_PAGE = 12;

/** A conversation's messages with a file, the newest first, page after page. */
export const filesQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: ["messages", "files", { conversation_id: conversationId }],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/conversations/{conversation_id}/messages", {
          params: {
            path: { conversation_id: conversationId },
            query: { has: "media", limit: FILES_PAGE, cursor: pageParam },
          },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
