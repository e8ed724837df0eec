import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type CsatSummary = Schema<"CsatSummary">;

/** How content customers were since a day. */
export const csatSummaryQuery = (since: string) =>
  queryOptions({
    queryKey: ["csat", "summary", { since }],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/csat/summary", { params: { query: { since } }, signal })),
    staleTime: 60_000,
  });
