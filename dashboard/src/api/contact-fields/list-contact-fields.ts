import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** The company's custom fields by their place; there are a hundred at most. */
export const contactFieldsQuery = queryOptions({
  queryKey: ["contact-fields", "list"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/contact-fields", { params: { query: { limit: 100 } }, signal })),
  select: (page) => page.items,
  staleTime: 5 * 60_000,
});
