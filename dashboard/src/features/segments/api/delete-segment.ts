import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Forgets a segment; its contacts stay. */
export function useDeleteSegment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/segments/{segment_id}", { params: { path: { segment_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["segments", "list"] }),
  });
}
