import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type BotStats = Schema<"ChatbotStats">;

/** What one chatbot did in the last thirty days. */
export const botStatsQuery = (chatbotId: string) =>
  queryOptions({
    queryKey: ["chatbots", chatbotId, "stats"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/chatbots/{chatbot_id}/stats", { params: { path: { chatbot_id: chatbotId } }, signal })),
    staleTime: 60_000,
  });
