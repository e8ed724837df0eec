import { useMutation } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { api, unwrap } from "@/lib/api";

export type Verdict = { checked: number; broken: Schema<"Break"> | null };

/** Checks the whole chain, part by part, until its end or its first break. */
async function verify(after = 0, checked = 0): Promise<Verdict> {
  const part = await unwrap(api.GET("/api/v1/audit/verify", { params: { query: { after } } }));
  const sum = checked + part.checked;
  if (!part.ok || part.complete) return { checked: sum, broken: part.broken ?? null };
  return verify(part.until, sum);
}

/** Asks whether any entry was edited, removed, inserted, moved or doubled. */
export function useVerifyChain() {
  return useMutation({ mutationFn: () => verify() });
}
