import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Usage = Schema<"Usage">;

/** What the company uses of what its plan allows. */
export const usageQuery = queryOptions({
  queryKey: ["tenant", "usage"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/tenant/usage", { signal })),
});
