import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type KnowledgeBase = Schema<"KnowledgeBaseRow">;

/** What language models may know, by name. Needs flows:read. */
export const knowledgeBasesQuery = queryOptions({
  queryKey: ["knowledge-bases", "list", {}],
  queryFn: ({ signal }) =>
    unwrap(
      api.GET("/api/v1/knowledge-bases", { params: { query: { limit: 100, sort: "name", order: "asc" } }, signal }),
    ),
  select: (page) => page.items,
  staleTime: 60_000,
});
