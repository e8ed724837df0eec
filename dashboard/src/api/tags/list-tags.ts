import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Tag = Schema<"TagRow">;

const LIMIT = 100;

/** The company's tags by name. */
export const tagsQuery = queryOptions({
  queryKey: ["tags", "list", { limit: LIMIT }],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/tags", { params: { query: { limit: LIMIT } }, signal })),
  select: (page) => page.items,
  staleTime: 60_000,
});
