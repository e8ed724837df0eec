import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What the person who is logged in did lately. */
export const ownStatsQuery = (userId: string) =>
  queryOptions({
    queryKey: ["users", userId, "stats"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/users/{user_id}/stats", { params: { path: { user_id: userId } }, signal })),
  });
