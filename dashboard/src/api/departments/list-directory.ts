import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type DepartmentName = Schema<"DepartmentName">;

/** All departments by name, as whoever passes a conversation on sees them. Needs conversations:handle. */
export const departmentDirectoryQuery = queryOptions({
  queryKey: ["departments", "directory"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/departments/directory", { signal })),
});
