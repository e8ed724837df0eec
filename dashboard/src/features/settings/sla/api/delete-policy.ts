import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Removes a policy, and what was promised by it. */
export function useDeletePolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/sla-policies/{policy_id}", { params: { path: { policy_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["sla-policies"] }),
  });
}
