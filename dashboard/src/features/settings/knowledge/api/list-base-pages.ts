import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Base = Schema<"KnowledgeBaseRow">;

/** The knowledge bases by name, page after page. */
export const basePagesQuery = infiniteQueryOptions({
  queryKey: ["knowledge-bases", "pages"],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET("/api/v1/knowledge-bases", {
        params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: (last) => last.next_cursor ?? undefined,
});
