import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Config = Schema<"WhatsAppConfigView">;

/** One WhatsApp number. */
export const configQuery = (configId: string) =>
  queryOptions({
    queryKey: ["whatsapp-configs", configId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/whatsapp-configs/{config_id}", { params: { path: { config_id: configId } }, signal })),
  });
