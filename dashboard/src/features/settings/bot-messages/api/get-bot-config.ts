import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type BotText = Schema<"BotTextView">;

/** What is said by itself, at which moments and in which languages. */
export const botConfigQuery = queryOptions({
  queryKey: ["bot", "config"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/bot/config", { signal })),
  select: ({ items }) => items,
});
