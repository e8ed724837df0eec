import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Page, Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type MessageRow = Schema<"MessageRow">;

/** As many as fill a tall screen twice. */
export const MESSAGES_PAGE = 50;

/** A conversation's messages, the newest first; the next page is older. Events keep what is held fresh. */
export const messagesQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: ["messages", "list", { conversation_id: conversationId }],
    queryFn: ({ pageParam, signal }) => fetchMessages(conversationId, { cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    staleTime: Infinity,
  });

/** One page of a thread: the newest, or from a cursor on. */
export const fetchMessages = (
  conversationId: string,
  { cursor = "", limit = MESSAGES_PAGE }: { cursor?: string; limit?: number } = {},
  signal?: AbortSignal,
): Promise<Page<MessageRow>> =>
  unwrap(
    api.GET("/api/v1/conversations/{conversation_id}/messages", {
      params: { path: { conversation_id: conversationId }, query: { cursor, limit } },
      signal,
    }),
  );
