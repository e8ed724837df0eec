import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Role = Schema<"RoleRow">;

/** The roles: the built-in ones, then the company's own. */
export const rolesQuery = queryOptions({
  queryKey: ["roles", "list"],
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET("/api/v1/roles", { params: { query: { limit: 100 } }, signal }))).items,
});
