import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Chooses a new password with the secret of an e-mail's link. */
export function useResetPassword() {
  return useMutation({
    mutationFn: (body: { token: string; password: string }) =>
      unwrap(api.POST("/api/v1/auth/reset-password", { body })),
  });
}
