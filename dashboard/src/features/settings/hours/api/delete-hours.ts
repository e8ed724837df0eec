import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Forgets the hours of a department, which has the company's then, or those of the company. */
export function useDeleteHours() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (departmentId: string | null) =>
      unwrap(
        api.DELETE("/api/v1/business-hours", {
          params: { query: departmentId ? { department_id: departmentId } : {} },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["business-hours"] }),
  });
}
