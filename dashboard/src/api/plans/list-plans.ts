import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Plan = Schema<"Plan">;

/** The plans and what each allows, the smallest first. */
export const plansQuery = queryOptions({
  queryKey: ["plans"],
  queryFn: async ({ signal }) => (await unwrap(api.GET("/api/v1/plans", { signal }))).items,
  staleTime: Infinity,
});
