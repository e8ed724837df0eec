import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Switches a number on or off. */
export function useSwitchConfig(configId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => {
      const params = { path: { config_id: configId } };
      return on
        ? unwrap(api.POST("/api/v1/whatsapp-configs/{config_id}/activate", { params }))
        : unwrap(api.POST("/api/v1/whatsapp-configs/{config_id}/deactivate", { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["whatsapp-configs"] }),
  });
}
