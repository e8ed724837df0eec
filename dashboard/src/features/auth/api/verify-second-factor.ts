import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Finishes a login with a code of the phone, or a recovery code. */
export function useVerifySecondFactor() {
  return useMutation({
    mutationFn: (body: Schema<"VerifySecondFactorRequest">) => unwrap(api.POST("/api/v1/auth/2fa/verify", { body })),
  });
}
