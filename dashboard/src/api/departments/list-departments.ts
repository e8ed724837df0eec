import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Department = Schema<"DepartmentRow">;

/** The departments by name, with what waits in them; for who may manage them. */
export const departmentsQuery = queryOptions({
  queryKey: ["departments", "list"],
  queryFn: async ({ signal }) =>
    (
      await unwrap(
        api.GET("/api/v1/departments", { params: { query: { limit: 100, sort: "name", order: "asc" } }, signal }),
      )
    ).items,
});
