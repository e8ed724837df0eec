import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Presence = Schema<"Status">;

/** How one is seen by the others, and what one chose. Null where the company has too many people to tell. */
export const ownStatusQuery = (userId: string) =>
  queryOptions({
    queryKey: ["users", "me", "status"],
    queryFn: async ({ signal }) => {
      const page = await unwrap(api.GET("/api/v1/users/online", { params: { query: { limit: 100 } }, signal }));
      const own = page.items.find((agent) => agent.id === userId);
      return own ? { status: own.status, chosen_status: own.chosen_status } : null;
    },
  });

/** Chooses how one is seen by the others. */
export function useSetStatus() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (status: Presence) => unwrap(api.PUT("/api/v1/users/me/status", { body: { status } })),
    onSuccess: ({ status, chosen_status }) => {
      client.setQueryData(["users", "me", "status"], { status, chosen_status });
      void client.invalidateQueries({ queryKey: ["users", "list"] });
    },
  });
}
