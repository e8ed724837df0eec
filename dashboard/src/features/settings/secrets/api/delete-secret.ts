import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Forgets a secret; calls that name it fail from then on. */
export function useDeleteSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE("/api/v1/secrets/{name}", { params: { path: { name: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["secrets"] }),
  });
}
