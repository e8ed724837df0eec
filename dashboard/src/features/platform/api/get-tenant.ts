import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type TenantDetail = Schema<"TenantDetail">;

/** One company, as an operator sees it. */
export const tenantDetailQuery = (tenantId: string) =>
  queryOptions({
    queryKey: ["tenants", tenantId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/tenants/{tenant_id}", { params: { path: { tenant_id: tenantId } }, signal })),
  });
