import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** One of the company's people. */
export const userQuery = (userId: string) =>
  queryOptions({
    queryKey: ["users", userId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/users/{user_id}", { params: { path: { user_id: userId } }, signal })),
  });
