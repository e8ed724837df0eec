import type { Period } from "../api/get-flow-analytics";

export const DAYS = [1, 7, 30, 90, 365] as const;

/** The last days until now, by the hour: the same question within an hour is asked once. */
export function lastDays(days: number, version: number | null, now: number = Date.now()): Period {
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  const from = new Date(hour - days * 86_400_000).toISOString();
  return { from, ...(version === null ? {} : { version }) };
}
