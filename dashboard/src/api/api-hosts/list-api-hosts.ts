import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type ApiHost = Schema<"ApiHostRow">;

/** How the web services whose names match have been answering. Needs flows:read. */
export const apiHostsQuery = (q: string) =>
  queryOptions({
    queryKey: ["api-hosts", "list", { q }],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/api-hosts", { params: { query: { q, limit: 20 } }, signal })),
    select: (page) => page.items,
    staleTime: 30_000,
  });
