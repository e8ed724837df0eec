import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Connects a linked phone anew, or unlinks it. */
export function useResetConnection(configId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (how: "restart" | "logout") => {
      const params = { path: { config_id: configId } };
      return how === "restart"
        ? unwrap(api.POST("/api/v1/whatsapp-configs/{config_id}/connection/restart", { params }))
        : unwrap(api.POST("/api/v1/whatsapp-configs/{config_id}/connection/logout", { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["whatsapp-configs"] }),
  });
}
