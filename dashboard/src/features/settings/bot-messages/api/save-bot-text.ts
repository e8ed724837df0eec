import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { key: Schema<"BotTextKey">; version: number; body: Schema<"UpdateBotTextRequest"> };

/** Switches an automatic text on or off, or says it otherwise; a text that is null is ours again. */
export function useSaveBotText() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version, body }: Change) =>
      unwrap(api.PUT("/api/v1/bot/config/{key}", { params: { path: { key } }, body, headers: ifMatch(version) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["bot", "config"] }),
  });
}
