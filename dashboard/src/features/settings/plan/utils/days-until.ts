const DAY_MS = 86_400_000;

/** How many days are left until a time, a begun one counted whole; none once it is past. */
export function daysUntil(at: string, now: number): number {
  return Math.max(0, Math.ceil((new Date(at).getTime() - now) / DAY_MS));
}
