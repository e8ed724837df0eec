import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type ApiKey = Schema<"ApiKeyRow">;

/** The company's API keys, the newest first. */
export const apiKeysQuery = infiniteQueryOptions({
  queryKey: ["api-keys", "list"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET("/api/v1/api-keys", { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});
