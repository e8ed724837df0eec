import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { paths } from "@/api/schema";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type User = Schema<"UserRow">;
export type UserFilters = NonNullable<paths["/api/v1/users"]["get"]["parameters"]["query"]>;

/** One page of the company's people. */
export const usersQuery = (filters: UserFilters = {}) =>
  queryOptions({
    queryKey: ["users", "list", filters],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/users", { params: { query: filters }, signal })),
    placeholderData: keepPreviousData,
  });
