import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Document = Schema<"KnowledgeDocumentRow">;

const READING_MS = 3_000;

/** A base's documents, the newest first; looked at again while one of them is being read. */
export const documentsQuery = (baseId: string) =>
  infiniteQueryOptions({
    queryKey: ["knowledge-bases", baseId, "documents"],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/knowledge-bases/{base_id}/documents", {
          params: { path: { base_id: baseId }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(({ status }) => status === "waiting")) ? READING_MS : false,
  });
