import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What language models took in a month, `2026-08`, by day and model. */
export const aiUsageQuery = (month: string) =>
  queryOptions({
    queryKey: ["ai", "usage", { month }],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/ai/usage", { params: { query: { month } }, signal })),
    placeholderData: keepPreviousData,
  });
