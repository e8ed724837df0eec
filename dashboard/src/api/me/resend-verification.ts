import { useMutation } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** Has the link that confirms one's e-mail sent again. */
export function useResendVerification() {
  return useMutation({ mutationFn: () => unwrap(api.POST("/api/v1/auth/resend-verification")) });
}
