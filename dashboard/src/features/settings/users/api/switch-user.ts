import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Lets a person log in, or not any more. */
export function useSwitchUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, on }: { userId: string; on: boolean }) => {
      const params = { path: { user_id: userId } };
      return on
        ? unwrap(api.POST("/api/v1/users/{user_id}/activate", { params }))
        : unwrap(api.POST("/api/v1/users/{user_id}/deactivate", { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["users"] }),
  });
}
