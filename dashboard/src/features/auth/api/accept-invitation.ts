import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Joins the company that sent an invitation. */
export function useAcceptInvitation() {
  return useMutation({
    mutationFn: (body: Schema<"AcceptInvitationRequest">) => unwrap(api.POST("/api/v1/auth/accept-invite", { body })),
  });
}
