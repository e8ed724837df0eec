import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Takes a number away; its secrets are destroyed. */
export function useDeleteConfig(configId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(api.DELETE("/api/v1/whatsapp-configs/{config_id}", { params: { path: { config_id: configId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["whatsapp-configs"], refetchType: "none" }),
  });
}
