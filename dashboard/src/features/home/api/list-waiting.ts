import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

const SHOWN = 8;

/** Who waits for a person, the longest first. */
export const waitingQuery = queryOptions({
  queryKey: ["conversations", "home", "waiting"],
  queryFn: ({ signal }) =>
    unwrap(
      api.GET("/api/v1/conversations", {
        params: {
          query: { status: "waiting", snoozed: false, sort: "waiting_since", order: "asc", page: 1, limit: SHOWN },
        },
        signal,
      }),
    ),
});
