import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Removes a rule; points that were counted stay. */
export function useDeleteScoreRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/lead-score-rules/{rule_id}", { params: { path: { rule_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["lead-score-rules"] }),
  });
}
