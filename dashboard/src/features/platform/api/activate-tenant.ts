import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Lets a suspended company work again, or one that was deleted within 30 days. */
export function useActivateTenant(tenantId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/tenants/{tenant_id}/activate", { params: { path: { tenant_id: tenantId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tenants"] }),
  });
}
