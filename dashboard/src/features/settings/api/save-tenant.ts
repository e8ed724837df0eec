import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tenantQuery } from "@/api/tenant/get-tenant";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { version: number; body: Schema<"UpdateSettingsRequest"> };

/** Changes what the company decides for itself; what is not named stays. */
export function useSaveTenant() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: Change) => unwrap(api.PUT("/api/v1/tenant", { body, headers: ifMatch(version) })),
    onSuccess: (company) => client.setQueryData(tenantQuery.queryKey, company),
  });
}
