import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

/** Begins a company's trial, with its first admin. */
export function useRegisterCompany() {
  return useMutation({
    mutationFn: (body: Schema<"RegisterCompanyRequest">) => unwrap(api.POST("/api/v1/auth/register", { body })),
  });
}
