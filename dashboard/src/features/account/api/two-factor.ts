import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** A secret for an authenticator app; it counts once a code has proved it. It is asked for once, and never read anew while
 * it is shown: the next one would take its place. */
export const twoFactorSetupQuery = queryOptions({
  queryKey: ["two-factor-setup"],
  queryFn: () => unwrap(api.POST("/api/v1/auth/2fa/setup")),
  staleTime: "static",
  gcTime: 0,
  retry: false,
});

/** Proves the secret with a code; gives the recovery codes, this once. `["me"]` is read anew when they were kept. */
export function useEnableTwoFactor() {
  return useMutation({
    mutationFn: (code: string) => unwrap(api.POST("/api/v1/auth/2fa/enable", { body: { code } })),
  });
}

/** Does without the second factor. */
export function useDisableTwoFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<"DisableTwoFactorRequest">) => unwrap(api.POST("/api/v1/auth/2fa/disable", { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["me"] }),
  });
}

/** Gets new recovery codes in the place of all before. */
export function useRenewRecoveryCodes() {
  return useMutation({
    mutationFn: (code: string) => unwrap(api.POST("/api/v1/auth/2fa/recovery-codes", { body: { code } })),
  });
}
