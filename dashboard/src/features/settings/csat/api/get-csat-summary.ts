import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** How content customers are: how many answered, the mean score, and how many gave each. */
export const csatSummaryQuery = queryOptions({
  queryKey: ["csat", "summary"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/csat/summary", { signal })),
});
