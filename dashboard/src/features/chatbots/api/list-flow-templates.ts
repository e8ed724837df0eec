import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** The gallery. It changes with releases only. */
export const flowTemplatesQuery = queryOptions({
  queryKey: ["flow-templates", "list"],
  queryFn: async ({ signal }) => (await unwrap(api.GET("/api/v1/flows/templates", { signal }))).items,
  staleTime: Infinity,
});
