import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Whether it is open now, until when, and when on the next days. */
export const hoursPreviewQuery = (departmentId: string | null) =>
  queryOptions({
    queryKey: ["business-hours", departmentId ?? "company", "preview"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/business-hours/preview", {
          params: { query: departmentId ? { department_id: departmentId, days: 7 } : { days: 7 } },
          signal,
        }),
      ),
    refetchInterval: 60_000,
  });
