import { daysLater, momentOf, wallTimeOf, weekdayOf } from "./zoned";

export type SnoozePreset = { name: "hour" | "threeHours" | "evening" | "tomorrow" | "monday"; until: Date };

const HOUR_MS = 3_600_000;
const MORNING = "09:00";
const EVENING = "18:00";
const MONDAY = 1;

/** The times that are offered for a snooze, in the person's own zone, each in the future and the soonest first. */
export function snoozePresets(now: Date, zone: string): SnoozePreset[] {
  const wall = wallTimeOf(now, zone);
  const at = (days: number, time: string) => momentOf(`${daysLater(wall, days).slice(0, 10)}T${time}`, zone);
  const toMonday = (MONDAY - weekdayOf(wall) + 7) % 7 || 7;
  const presets: SnoozePreset[] = [
    { name: "hour", until: new Date(now.getTime() + HOUR_MS) },
    { name: "threeHours", until: new Date(now.getTime() + 3 * HOUR_MS) },
    { name: "tomorrow", until: at(1, MORNING) },
  ];
  const evening = at(0, EVENING);
  if (evening.getTime() > now.getTime() + 3 * HOUR_MS) presets.push({ name: "evening", until: evening });
  if (toMonday > 1) presets.push({ name: "monday", until: at(toMonday, MORNING) });
  return presets.sort((one, other) => one.until.getTime() - other.until.getTime());
}
