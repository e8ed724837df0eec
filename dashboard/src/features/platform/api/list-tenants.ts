import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { paths } from "@/api/schema";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Tenant = Schema<"TenantRow">;
export type TenantFilters = NonNullable<paths["/api/v1/tenants"]["get"]["parameters"]["query"]>;

/** One page of the companies of this installation. */
export const tenantsQuery = (filters: TenantFilters) =>
  queryOptions({
    queryKey: ["tenants", "list", filters],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/tenants", { params: { query: filters }, signal })),
    placeholderData: keepPreviousData,
  });
