import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What waits in a department, for how long, and who could take it. */
export const queueQuery = (departmentId: string) =>
  queryOptions({
    queryKey: ["departments", departmentId, "queue"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/departments/{department_id}/queue", {
          params: { path: { department_id: departmentId } },
          signal,
        }),
      ),
    refetchInterval: 30_000,
  });
