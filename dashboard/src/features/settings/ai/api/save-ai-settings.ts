import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { version: number; body: Schema<"UpdateAiSettingsRequest"> };

/** Has another language model answer, or cost otherwise. */
export function useSaveAiSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: Change) =>
      unwrap(api.PUT("/api/v1/ai/settings", { body, headers: ifMatch(version) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["ai"] }),
  });
}
