import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Order = { key: string; body: Schema<"CreateTenantRequest"> };

/** Creates a company, and invites its first admin. */
export function useCreateTenant() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: Order) => unwrap(api.POST("/api/v1/tenants", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tenants", "list"] }),
  });
}
