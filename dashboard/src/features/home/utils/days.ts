import type { BotStats } from "../api/get-bot-stats";

/** Sessions of all bots on one day. */
export type Day = { day: string; sessions: number };

const DAY_MS = 86_400_000;

/** Adds the days of all chatbots up; every one of the last `count` days is there, with none where nothing happened. */
export function daysOf(stats: readonly Pick<BotStats, "by_day">[], today: string, count = 30): Day[] {
  const sums = new Map<string, number>();
  for (const { day, sessions } of stats.flatMap((one) => one.by_day)) sums.set(day, (sums.get(day) ?? 0) + sessions);
  const end = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, place) => {
    const day = new Date(end - (count - 1 - place) * DAY_MS).toISOString().slice(0, 10);
    return { day, sessions: sums.get(day) ?? 0 };
  });
}
