import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A knowledge base, and how many documents it has. */
export const baseQuery = (baseId: string) =>
  queryOptions({
    queryKey: ["knowledge-bases", baseId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/knowledge-bases/{base_id}", { params: { path: { base_id: baseId } }, signal })),
  });
