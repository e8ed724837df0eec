import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Ends a department; refused while open conversations are in it. */
export function useDeleteDepartment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (departmentId: string) =>
      unwrap(api.DELETE("/api/v1/departments/{department_id}", { params: { path: { department_id: departmentId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["departments"], refetchType: "none" }),
  });
}
