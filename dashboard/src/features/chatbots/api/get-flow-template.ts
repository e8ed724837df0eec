import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** One of the gallery with its document and tests. */
export const flowTemplateQuery = (key: string) =>
  queryOptions({
    queryKey: ["flow-templates", key],
    queryFn: ({ signal }) => unwrap(api.GET("/api/v1/flows/templates/{key}", { params: { path: { key } }, signal })),
    staleTime: Infinity,
  });
