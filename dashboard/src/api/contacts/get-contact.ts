import { queryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Contact = Schema<"ContactDetail">;

/** A contact: its names, tags, consents, and how much was said. */
export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: ["contacts", contactId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/contacts/{contact_id}", { params: { path: { contact_id: contactId } }, signal })),
  });
