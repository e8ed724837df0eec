import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type StoryRow = Schema<"StoryRow">;

const MOST = 100;

/** The newest of what happened to a conversation: who took it, passed it on, resolved it. */
export const timelineQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ["conversations", conversationId, "timeline"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/conversations/{conversation_id}/timeline", {
          params: { path: { conversation_id: conversationId }, query: { limit: MOST } },
          signal,
        }),
      ),
  });
