import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Removes a rule and its history. */
export function useDeleteRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/automation-rules/{rule_id}", { params: { path: { rule_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["automation-rules"], refetchType: "none" }),
  });
}
