import type { Schema } from "@/api/types";

export const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Day = (typeof DAYS)[number];
export type Span = Schema<"SpanRequest">;
export type Week = Record<Day, Span[]>;
export type Problem = { day: Day; at: number; kind: "incomplete" | "empty" | "overlap" };

const DAY = 1_440;
const WEEK = DAY * DAYS.length;
/** As many spans as the API takes a day. */
export const MAX_SPANS = 10;
const USUAL: Span = { opens: "09:00", closes: "18:00" };

/** A day's minute of `HH:MM`; null while it is not written in full. */
export function minuteOf(time: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** The whole week from what was read, which may lack days. */
export function weekOf(read: Partial<Record<string, readonly Span[]>>): Week {
  const of = (day: Day) => (read[day] ?? []).map(({ opens, closes }) => ({ opens, closes }));
  return {
    monday: of("monday"),
    tuesday: of("tuesday"),
    wednesday: of("wednesday"),
    thursday: of("thursday"),
    friday: of("friday"),
    saturday: of("saturday"),
    sunday: of("sunday"),
  };
}

/** Whether a span ends on the day after it began. */
export function isOvernight({ opens, closes }: Span): boolean {
  const [from, until] = [minuteOf(opens), minuteOf(closes)];
  return from !== null && until !== null && until < from;
}

/** The field of a closing time has no 24:00: midnight there is the day's end. */
export const closingOf = (shown: string): string => (shown === "00:00" ? "24:00" : shown);
export const shownClosing = (closes: string): string => (closes === "24:00" ? "00:00" : closes);

type Stretch = { day: Day; at: number; from: number; until: number };

function stretchesOf(week: Week): { stretches: Stretch[]; problems: Problem[] } {
  const stretches: Stretch[] = [];
  const problems: Problem[] = [];
  DAYS.forEach((day, number) =>
    week[day].forEach((span, at) => {
      const [from, until] = [minuteOf(span.opens), minuteOf(span.closes)];
      if (from === null || until === null) problems.push({ day, at, kind: "incomplete" });
      else if (from === until) problems.push({ day, at, kind: "empty" });
      else {
        const start = number * DAY + from;
        stretches.push({ day, at, from: start, until: start + (until > from ? until - from : until - from + DAY) });
      }
    }),
  );
  return { stretches, problems };
}

const meets = (one: Stretch, other: Stretch): boolean =>
  [-WEEK, 0, WEEK].some((shift) => one.from < other.until + shift && other.from + shift < one.until);

/** What is wrong with a week: times that are missing or the same, and spans that meet, also over midnight and the week's end. */
export function problemsOf(week: Week): Problem[] {
  const { stretches, problems } = stretchesOf(week);
  const overlaps = stretches
    .filter((one, at) => stretches.some((other, place) => place < at && meets(one, other)))
    .map(({ day, at }): Problem => ({ day, at, kind: "overlap" }));
  return [...problems, ...overlaps];
}

/** One more span: after the day's last, or the usual hours. */
export function withSpan(week: Week, day: Day): Week {
  const last = week[day].at(-1);
  const end = last && !isOvernight(last) ? (minuteOf(last.closes) ?? DAY) : DAY;
  const from = Math.min(end + 60, DAY - 60);
  const next = last ? { opens: timeOf(from), closes: timeOf(Math.min(from + 240, DAY)) } : USUAL;
  return { ...week, [day]: [...week[day], next] };
}

export const withoutSpan = (week: Week, day: Day, at: number): Week => ({
  ...week,
  [day]: week[day].filter((_, place) => place !== at),
});

export const changedSpan = (week: Week, day: Day, at: number, change: Partial<Span>): Week => ({
  ...week,
  [day]: week[day].map((span, place) => (place === at ? { ...span, ...change } : span)),
});

/** The other days with this day's hours. */
export function copiedTo(week: Week, from: Day, to: readonly Day[]): Week {
  const copies = to.map((day) => [day, week[from].map((span) => ({ ...span }))]);
  return { ...week, ...Object.fromEntries(copies) };
}

/** The days that one has changed: over another week than the one that was read, they stand and the rest is that week's. */
export function changedDays(week: Week, read: Week): Partial<Week> {
  const changed = DAYS.filter((day) => JSON.stringify(week[day]) !== JSON.stringify(read[day]));
  return Object.fromEntries(changed.map((day) => [day, week[day]]));
}
