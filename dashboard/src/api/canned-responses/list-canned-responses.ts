import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type CannedResponse = Schema<"CannedResponseRow">;

/** As many as a person can tell apart by their shortcuts; the API gives no more at once. */
const LIMIT = 100;

/** The first canned responses that hold the words, by shortcut; all of them without words. */
export const cannedResponsesQuery = (q = "") =>
  queryOptions({
    queryKey: ["canned-responses", "all", { q }],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/canned-responses", { params: { query: { limit: LIMIT, q: q || undefined } }, signal })),
    select: (page) => page.items,
    staleTime: 60_000,
  });
