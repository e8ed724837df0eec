import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Removes a tag from everything that has it. */
export function useDeleteTag() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/v1/tags/{tag_id}", { params: { path: { tag_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tags"] }),
  });
}
