import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** The notes of a contact, the newest first, page after page. */
export const contactNotesQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: ["contacts", contactId, "notes"],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/contacts/{contact_id}/notes", {
          params: {
            path: { contact_id: contactId },
            query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
