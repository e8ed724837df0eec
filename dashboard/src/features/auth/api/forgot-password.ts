import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Has a link for a new password sent, if there is such an account; the answer does not tell. */
export function useForgotPassword() {
  return useMutation({
    mutationFn: (body: { email: string }) => unwrap(api.POST("/api/v1/auth/forgot-password", { body })),
  });
}
