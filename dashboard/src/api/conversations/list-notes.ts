import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type ConversationNote = Schema<"ConversationNoteRow">;

const MOST = 100;

/** The newest notes beside a conversation; the contact never sees them. */
export const notesQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ["conversations", conversationId, "notes"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/conversations/{conversation_id}/notes", {
          params: { path: { conversation_id: conversationId }, query: { limit: MOST } },
          signal,
        }),
      ),
  });
