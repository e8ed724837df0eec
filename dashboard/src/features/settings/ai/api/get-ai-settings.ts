import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type AiSettings = Schema<"AiSettingsView">;

/** Which language model answers, and what it may cost; never the key. */
export const aiSettingsQuery = queryOptions({
  queryKey: ["ai", "settings"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/ai/settings", { signal })),
});
