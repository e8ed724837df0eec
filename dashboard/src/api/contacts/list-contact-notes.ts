import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

const MOST = 50;

/** The newest notes about a contact. */
export const contactNotesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ["contacts", contactId, "notes"],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/contacts/{contact_id}/notes", {
          params: { path: { contact_id: contactId }, query: { limit: MOST } },
          signal,
        }),
      ),
    select: (page) => page.items,
  });
