import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

const MOST = 20;

/** A contact's newest conversations that the viewer may see, with what was promised in each. */
export const contactConversationsQuery = (contactId: string) =>
  queryOptions({
    queryKey: ["contacts", contactId, "conversations"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/contacts/{contact_id}/conversations", {
          params: { path: { contact_id: contactId }, query: { limit: MOST, expand: "sla" } },
          signal,
        }),
      ),
    select: (page) => page.items,
  });
