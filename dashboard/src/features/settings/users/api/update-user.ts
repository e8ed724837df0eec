import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";
import { ifMatch } from "@/lib/if-match";

type Change = { userId: string; version: number; body: Schema<"UpdateUserRequest"> };

/** Changes what the company says of a person; a new role counts at once. */
export function useUpdateUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, version, body }: Change) =>
      unwrap(
        api.PATCH("/api/v1/users/{user_id}", {
          params: { path: { user_id: userId } },
          body,
          headers: ifMatch(version),
        }),
      ),
    onSuccess: async (user) => {
      client.setQueryData(["users", user.id], user);
      await Promise.all(
        ["users", "departments"].map((resource) => client.invalidateQueries({ queryKey: [resource, "list"] })),
      );
    },
  });
}
