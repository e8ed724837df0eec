import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** The first hundred segments by name, narrowed by `q`. */
export const segmentsQuery = (q = "") =>
  queryOptions({
    queryKey: ["segments", "list", { q }],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/segments", { params: { query: { limit: 100, ...(q ? { q } : {}) } }, signal })),
    select: (page) => page.items,
  });
