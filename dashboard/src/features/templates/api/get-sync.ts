import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ApiError } from "@/lib/api-error";

const ASK_EVERY_MS = 1_500;

export type TemplateSync = Schema<"TemplateSync">;

/** Whether a reading goes on. */
export const isReading = (sync: TemplateSync | null | undefined): boolean =>
  sync?.state === "queued" || sync?.state === "running";

/** How far the reading of a number's templates is, asked again until it is over; null where there was none. */
export const syncQuery = (configId: string) =>
  queryOptions({
    queryKey: ["templates", "sync", configId],
    queryFn: async ({ signal }): Promise<TemplateSync | null> => {
      try {
        const params = { query: { whatsapp_config_id: configId } };
        return await unwrap(api.GET("/api/v1/whatsapp/templates/sync", { params, signal }));
      } catch (error) {
        if (error instanceof ApiError && error.code === "TEMPLATES_NEVER_READ") return null;
        throw error;
      }
    },
    refetchInterval: ({ state }) => (isReading(state.data) ? ASK_EVERY_MS : false),
  });
