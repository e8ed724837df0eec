import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What is shown is some five seconds old. */
const EVERY_MS = 5_000;

/** How many sockets are open, and whether they keep up. */
export const socketStatsQuery = queryOptions({
  queryKey: ["ws", "stats"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/ws/stats", { signal })),
  refetchInterval: EVERY_MS,
});
