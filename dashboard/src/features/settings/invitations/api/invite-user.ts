import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, idempotent, unwrap } from "@/lib/api";

type Order = { key: string; body: Schema<"InviteUserRequest"> };

/** Asks somebody to join, by mail; asking again sends another link, and the one before is good no more. */
export function useInviteUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: Order) =>
      unwrap(api.POST("/api/v1/users/invitations", { body, headers: idempotent(key) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["invitations"] }),
  });
}
