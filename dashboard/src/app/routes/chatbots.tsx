import { useParams } from "react-router";
import { ChatbotDetail } from "@/features/chatbots/components/chatbot-detail";
import { ChatbotList } from "@/features/chatbots/components/chatbot-list";

/** Chatbots and their flows. */
export function Component() {
  const { chatbotId } = useParams();
  return chatbotId ? <ChatbotDetail key={chatbotId} chatbotId={chatbotId} /> : <ChatbotList />;
}
