import { useQuery } from "@tanstack/react-query";
import { chatbotQuery } from "@/api/chatbots/get-chatbot";
import { flowQuery } from "@/api/flows/get-flow";

const NONE: Readonly<Record<string, unknown>> = {};
const STALE_MS = 60_000;

/** The variables that the flow's chatbot gives it; none for a flow of no chatbot, or until they are known. */
export function useChatbotVariables(flowId: string): Readonly<Record<string, unknown>> {
  const { data: flow } = useQuery({ ...flowQuery(flowId), enabled: flowId !== "", staleTime: STALE_MS });
  const chatbotId = flow?.chatbot_id ?? "";
  const { data: chatbot } = useQuery({ ...chatbotQuery(chatbotId), enabled: chatbotId !== "", staleTime: STALE_MS });
  const variables = chatbot?.variables;
  return isRecord(variables) ? variables : NONE;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
