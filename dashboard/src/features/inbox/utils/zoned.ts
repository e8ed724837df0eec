/** A moment as a clock on the wall of some zone shows it: `2026-11-23T09:00`, the form of `<input type="datetime-local">`. */
export type WallTime = string;

const PARTS = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;

/** What a wall clock in the zone shows at a moment. */
export function wallTimeOf(at: Date, zone: string): WallTime {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hourCycle: "h23", ...PARTS }).format(at);
  return shown.replace(" ", "T");
}

const asIfUtc = (wall: WallTime): number => new Date(`${wall}:00Z`).getTime();

/** The moment at which a wall clock in the zone shows this; where clocks are put forward over it, the moment after. */
export function momentOf(wall: WallTime, zone: string): Date {
  const aim = asIfUtc(wall);
  let guess = aim;
  for (let round = 0; round < 3; round += 1) {
    const error = aim - asIfUtc(wallTimeOf(new Date(guess), zone));
    if (error === 0) return new Date(guess);
    guess += error;
  }
  return new Date(Math.max(guess, guess + aim - asIfUtc(wallTimeOf(new Date(guess), zone))));
}

/** The same clock time on another day: `days` later. */
export function daysLater(wall: WallTime, days: number): WallTime {
  return new Date(asIfUtc(wall) + days * 86_400_000).toISOString().slice(0, 16);
}

/** The day of the week that a wall time falls on, 0 for Sunday. */
export function weekdayOf(wall: WallTime): number {
  return new Date(asIfUtc(wall)).getUTCDay();
}
