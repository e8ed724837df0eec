import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type NumberFlows = Schema<"NumberFlows">;

/** Every number and the flows that answer on it, in the order in which they are asked. */
export const botFlowsQuery = queryOptions({
  queryKey: ["bot", "flows"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/bot/flows", { signal })),
  select: ({ items }) => items,
});
