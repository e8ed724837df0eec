import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** The company's chatbots by name; there are few of them, so that one page holds all. */
export const chatbotsQuery = (q = "") =>
  queryOptions({
    queryKey: ["chatbots", "list", { q }],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/chatbots", {
          params: { query: { limit: 100, sort: "name", order: "asc", ...(q ? { q } : {}) } },
          signal,
        }),
      ),
  });
