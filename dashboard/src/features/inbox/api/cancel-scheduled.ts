import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Cancels a message that was to be sent at a later time. */
export function useCancelScheduled() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/messages/scheduled/{scheduled_id}", { params: { path: { scheduled_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["messages", "scheduled"] }),
  });
}
