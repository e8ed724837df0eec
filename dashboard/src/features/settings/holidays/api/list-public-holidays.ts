import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type PublicHoliday = Schema<"PublicHoliday">;

/** A year's public holidays where the company is. */
export const publicHolidaysQuery = (year: number) =>
  queryOptions({
    queryKey: ["holidays", "public", { year }],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/holidays/public", { params: { query: { year } }, signal })),
    select: ({ items }) => items,
    staleTime: 60 * 60_000,
  });
