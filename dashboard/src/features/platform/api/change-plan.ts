import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Moves a company to another plan. */
export function useChangePlan(tenantId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (plan: string) =>
      unwrap(
        api.POST("/api/v1/tenants/{tenant_id}/upgrade", { params: { path: { tenant_id: tenantId } }, body: { plan } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tenants"] }),
  });
}
