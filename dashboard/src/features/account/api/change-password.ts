import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Chooses a new password; the other sessions end. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: Schema<"ChangePasswordRequest">) => unwrap(api.POST("/api/v1/auth/change-password", { body })),
  });
}
