import type { Company } from "@/api/tenant/get-tenant";

const DAY_MS = 86_400_000;

/** How many whole days of the trial are left; null where there is none. */
export function trialDaysLeft(company: Pick<Company, "status" | "trial_ends_at">, now: number): number | null {
  if (company.status !== "trial" || company.trial_ends_at === null) return null;
  return Math.max(0, Math.floor((new Date(company.trial_ends_at).getTime() - now) / DAY_MS));
}
