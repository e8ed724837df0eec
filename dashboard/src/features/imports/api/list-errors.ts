import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** What is wrong with rows of a file, in their order; `refused` makes it read anew as more are found. */
export const importErrorsQuery = (importId: string, refused: number) =>
  infiniteQueryOptions({
    queryKey: ["imports", importId, "errors", refused],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/contacts/imports/{import_id}/errors", {
          params: { path: { import_id: importId }, query: { after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_after,
  });
