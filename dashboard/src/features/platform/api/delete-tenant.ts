import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Deletes a company; for 30 days it can be activated again. */
export function useDeleteTenant(tenantId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/v1/tenants/{tenant_id}", { params: { path: { tenant_id: tenantId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tenants"] }),
  });
}
