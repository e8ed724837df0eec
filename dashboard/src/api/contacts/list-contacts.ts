import { infiniteQueryOptions } from "@tanstack/react-query";
import type { operations } from "@/api/schema";
import { api, unwrap } from "@/lib/api";

type Query = NonNullable<operations["ListContacts"]["parameters"]["query"]>;

/** What the list of contacts can be narrowed and sorted by. */
export type ContactFilters = Omit<Query, "cursor" | "page">;

/** Contacts that match, page after page; the first page tells how many there are. */
export const contactsQuery = (filters: ContactFilters) =>
  infiniteQueryOptions({
    queryKey: ["contacts", "list", filters],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/contacts", {
          params: { query: { limit: 50, ...filters, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
