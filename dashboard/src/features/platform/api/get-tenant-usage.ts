import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What a company uses of what its plan allows. */
export const tenantUsageQuery = (tenantId: string) =>
  queryOptions({
    queryKey: ["tenants", tenantId, "usage"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/tenants/{tenant_id}/usage", { params: { path: { tenant_id: tenantId } }, signal })),
  });
