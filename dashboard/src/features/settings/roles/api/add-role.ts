import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Order = { key: string; body: Schema<"AddRoleRequest"> };

/** Defines a role. */
export function useAddRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: Order) => unwrap(api.POST("/api/v1/roles", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["roles"] }),
  });
}
