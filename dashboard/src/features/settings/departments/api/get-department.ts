import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type DepartmentDetail = Schema<"DepartmentView">;

/** A department and who is in it. */
export const departmentQuery = (departmentId: string) =>
  queryOptions({
    queryKey: ["departments", departmentId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/departments/{department_id}", { params: { path: { department_id: departmentId } }, signal }),
      ),
  });
