import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { version: number; body: Schema<"UpdateTenantRequest"> };

/** Changes a company's names, limits and next payment. */
export function useUpdateTenant(tenantId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/tenants/{tenant_id}", {
          params: { path: { tenant_id: tenantId } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tenants"] }),
  });
}
