import { infiniteQueryOptions } from "@tanstack/react-query";
import type { operations } from "@/api/schema";
import { api, unwrap } from "@/lib/api";

type Query = NonNullable<operations["ListTemplates"]["parameters"]["query"]>;

/** What the list of templates can be narrowed and sorted by. */
export type TemplateFilters = Omit<Query, "cursor" | "page">;

/** Templates that match, by name, page after page. */
export const templatesQuery = (filters: TemplateFilters) =>
  infiniteQueryOptions({
    queryKey: ["templates", "list", filters],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/whatsapp/templates", {
          params: { query: { limit: 50, ...filters, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
