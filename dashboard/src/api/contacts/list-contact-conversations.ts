import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A contact's conversations that the viewer may see, the newest first, page after page, with what was promised in each. */
export const contactConversationsQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: ["contacts", contactId, "conversations"],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/contacts/{contact_id}/conversations", {
          params: {
            path: { contact_id: contactId },
            query: { limit: 30, expand: "sla", ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
