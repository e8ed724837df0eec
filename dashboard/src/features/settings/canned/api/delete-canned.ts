import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Removes a canned response. */
export function useDeleteCanned() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/canned-responses/{response_id}", { params: { path: { response_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["canned-responses"] }),
  });
}
