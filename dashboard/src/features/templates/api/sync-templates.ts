import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, idempotent, unwrap } from "@/lib/api";

/** Has the templates of a number read at Meta. */
export function useSyncTemplates() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ configId, key }: { configId: string; key: string }) =>
      unwrap(
        api.POST("/api/v1/whatsapp/templates/sync", {
          headers: idempotent(key),
          body: { whatsapp_config_id: configId },
        }),
      ),
    onSuccess: (sync) => client.setQueryData(["templates", "sync", sync.whatsapp_config_id], sync),
  });
}
