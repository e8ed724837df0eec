import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { roleId: string; version: number; body: Schema<"UpdateRoleRequest"> };

/** Changes a role, for everybody who has it and at once. */
export function useSaveRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ roleId, version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/roles/{role_id}", {
          params: { path: { role_id: roleId } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => Promise.all(["roles", "me"].map((resource) => client.invalidateQueries({ queryKey: [resource] }))),
  });
}
