import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What a chatbot did in the last thirty days. */
export const chatbotStatsQuery = (chatbotId: string) =>
  queryOptions({
    queryKey: ["chatbots", chatbotId, "stats"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/chatbots/{chatbot_id}/stats", { params: { path: { chatbot_id: chatbotId } }, signal })),
    staleTime: 60_000,
  });
