import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Deletes a chatbot that has neither flows nor numbers; otherwise the refusal says what to move first. */
export function useDeleteChatbot() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/chatbots/{chatbot_id}", { params: { path: { chatbot_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["chatbots", "list"] }),
  });
}
