import { queryOptions } from "@tanstack/react-query";
import { fetchMessages } from "./list-messages";

/** The newest message of a conversation. `at` is when it was written, so that a newer one is another question. */
export const latestMessageQuery = (conversationId: string, at: string) =>
  queryOptions({
    queryKey: ["messages", "latest", { conversation_id: conversationId, at }],
    queryFn: async ({ signal }) => (await fetchMessages(conversationId, { limit: 1 }, signal)).items[0] ?? null,
    staleTime: Infinity,
  });
