import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Pairs of contacts that may be one person, those with the most reasons first; a hundred at most. */
export const duplicatesQuery = queryOptions({
  queryKey: ["contacts", "duplicates"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/contacts/duplicates", { signal })),
  select: (found) => found.items,
});
