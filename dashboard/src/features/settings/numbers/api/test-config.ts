import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Proof = Schema<"ConfigProofView">;

/** Tries each hop of a number; one that passes is unpaused. */
export function useTestConfig(configId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/whatsapp-configs/{config_id}/test", { params: { path: { config_id: configId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["whatsapp-configs"] }),
  });
}
