import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Agent = Schema<"Agent">;

const LIMIT = 100;

/** Who is in the company, who is there now, and how much each has in hand. */
export const agentsQuery = queryOptions({
  queryKey: ["users", "list", "online"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/users/online", { params: { query: { limit: LIMIT } }, signal })),
  select: (page) => page.items,
});
