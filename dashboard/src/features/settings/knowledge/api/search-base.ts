import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What a question would find, the best first. */
export const passagesQuery = (baseId: string, q: string) =>
  queryOptions({
    queryKey: ["knowledge-bases", baseId, "search", { q }],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/knowledge-bases/{base_id}/search", {
          params: { path: { base_id: baseId }, query: { q } },
          signal,
        }),
      ),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
