import type { Schema } from "@/api/types";

export type DayOfSessions = { day: string; sessions: number };

/** Every day of the last thirty, also those without a session; `today` is `2026-11-22`. */
export function daysOfSessions(stats: Schema<"ChatbotStats">, today: string, days = 30): DayOfSessions[] {
  const counts = new Map(stats.by_day.map((one) => [one.day.slice(0, 10), one.sessions]));
  const last = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: days }, (_, number) => {
    const day = new Date(last - (days - 1 - number) * 86_400_000).toISOString().slice(0, 10);
    return { day, sessions: counts.get(day) ?? 0 };
  });
}

/** How many sessions began today. */
export function sessionsToday(stats: Schema<"ChatbotStats">, today: string): number {
  return stats.by_day.find((one) => one.day.slice(0, 10) === today)?.sessions ?? 0;
}
