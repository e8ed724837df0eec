import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Hours = Schema<"ShownHours">;

/** The hours that count for the company, or for a department of it. */
export const hoursQuery = (departmentId: string | null) =>
  queryOptions({
    queryKey: ["business-hours", departmentId ?? "company"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/business-hours", {
          params: { query: departmentId ? { department_id: departmentId } : {} },
          signal,
        }),
      ),
  });
