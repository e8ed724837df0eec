import { useQueryClient } from "@tanstack/react-query";

/** Gives what is called after a chatbot or one of its flows changed: every list that names them is asked for anew. */
export function useChatbotChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["chatbots"] }),
      client.invalidateQueries({ queryKey: ["flows", "list"] }),
    ]);
}
