import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Lets a company read and nothing else. */
export function useSuspendTenant(tenantId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api.POST("/api/v1/tenants/{tenant_id}/suspend", {
          params: { path: { tenant_id: tenantId } },
          body: { reason },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tenants"] }),
  });
}
