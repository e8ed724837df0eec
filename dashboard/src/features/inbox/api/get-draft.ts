import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** One's own draft in a conversation as the server keeps it. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ["conversations", id, "draft"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/conversations/{conversation_id}/draft", {
          params: { path: { conversation_id: id } },
          signal,
        }),
      ),
    staleTime: 0,
  });
