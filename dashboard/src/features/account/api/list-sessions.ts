import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type MySession = Schema<"MySession">;

/** Where one is logged in, the newest first. */
export const sessionsQuery = infiniteQueryOptions({
  queryKey: ["sessions", "list"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(api.GET("/api/v1/auth/sessions", { params: { query: { limit: 20, cursor: pageParam } }, signal })),
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});
