import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Invitation = Schema<"InvitationRow">;
export type InvitationState = Schema<"InvitationState">;

/** Who was asked to join, the newest first. */
export const invitationsQuery = (status: InvitationState | null) =>
  infiniteQueryOptions({
    queryKey: ["invitations", "list", { status }],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/users/invitations", {
          params: { query: { cursor: pageParam, limit: 50, ...(status ? { status } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
