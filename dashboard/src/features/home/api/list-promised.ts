import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Open conversations with what was promised of them; the API has no list of promises, so the most urgent page is read. */
export const promisedQuery = queryOptions({
  queryKey: ["conversations", "home", "promised"],
  queryFn: async ({ signal }) =>
    (
      await unwrap(
        api.GET("/api/v1/conversations", {
          params: {
            query: {
              status: "active,waiting",
              snoozed: false,
              sort: "priority",
              order: "desc",
              limit: 100,
              expand: "sla",
            },
          },
          signal,
        }),
      )
    ).items,
  refetchInterval: 60_000,
});
