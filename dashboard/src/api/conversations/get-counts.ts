import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type InboxCounts = Schema<"InboxCounts">;

/** How many open conversations each view of the inbox holds. */
export const countsQuery = queryOptions({
  queryKey: ["conversations", "stats"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/conversations/stats", { signal })),
});
