import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Removes a knowledge base with its documents. */
export function useDeleteBase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/knowledge-bases/{base_id}", { params: { path: { base_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["knowledge-bases"], refetchType: "none" }),
  });
}
