import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Deletes a role that nobody has. */
export function useDeleteRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (roleId: string) =>
      unwrap(api.DELETE("/api/v1/roles/{role_id}", { params: { path: { role_id: roleId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["roles"] }),
  });
}
