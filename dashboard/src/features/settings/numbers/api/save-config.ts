import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { version: number; body: Schema<"UpdateConfigRequest"> };

/** Changes a number; what is not named stays, secrets above all. */
export function useSaveConfig(configId: string) {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: ({ version, body }: Change) =>
      unwrap(
        api.PUT("/api/v1/whatsapp-configs/{config_id}", {
          params: { path: { config_id: configId } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["whatsapp-configs"] }),
  });
}
