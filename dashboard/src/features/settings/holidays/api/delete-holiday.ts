import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Forgets a holiday of the company's own. */
export function useDeleteHoliday() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE("/api/v1/holidays/{holiday_id}", { params: { path: { holiday_id: id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["holidays"] }),
  });
}
