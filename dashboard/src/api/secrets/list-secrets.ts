import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Secret = Schema<"SecretRow">;

/** The company's secrets by name, without their values. Needs settings:manage. */
export const secretsQuery = queryOptions({
  queryKey: ["secrets", "list", {}],
  queryFn: ({ signal }) =>
    unwrap(api.GET("/api/v1/secrets", { params: { query: { limit: 100, sort: "name", order: "asc" } }, signal })),
  select: (page) => page.items,
  staleTime: 60_000,
});
