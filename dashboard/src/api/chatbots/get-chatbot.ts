import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** One chatbot with the variables that its flows begin with. Needs flows:read. */
export const chatbotQuery = (chatbotId: string) =>
  queryOptions({
    queryKey: ["chatbots", chatbotId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/chatbots/{chatbot_id}", { params: { path: { chatbot_id: chatbotId } }, signal })),
  });
