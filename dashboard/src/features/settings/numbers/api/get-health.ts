import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Health = Schema<"ConfigHealthView">;

/** How a number is doing. */
export const healthQuery = (configId: string) =>
  queryOptions({
    queryKey: ["whatsapp-configs", configId, "health"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/whatsapp-configs/{config_id}/health", { params: { path: { config_id: configId } }, signal }),
      ),
    refetchInterval: 60_000,
  });
