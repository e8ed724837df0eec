import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changedDays,
  closingOf,
  copiedTo,
  DAYS,
  isOvernight,
  minuteOf,
  problemsOf,
  type Span,
  weekOf,
  withSpan,
} from "./week";

const span = (opens: string, closes: string): Span => ({ opens, closes });

test("spans of a day that meet are told, spans that touch are not", () => {
  expect(problemsOf(weekOf({ monday: [span("09:00", "12:00"), span("11:59", "18:00")] }))).toEqual([
    { day: "monday", at: 1, kind: "overlap" },
  ]);
  expect(problemsOf(weekOf({ monday: [span("09:00", "12:00"), span("12:00", "18:00")] }))).toEqual([]);
});

test("what goes on after midnight meets the next day's, and Sunday's meets Monday's", () => {
  const night = span("22:00", "02:00");
  expect(isOvernight(night)).toBe(true);
  expect(problemsOf(weekOf({ friday: [night], saturday: [span("01:00", "05:00")] }))).toEqual([
    { day: "saturday", at: 0, kind: "overlap" },
  ]);
  expect(problemsOf(weekOf({ sunday: [night], monday: [span("01:59", "05:00")] }))).toHaveLength(1);
  expect(problemsOf(weekOf({ sunday: [night], monday: [span("02:00", "05:00")] }))).toEqual([]);
});

test("midnight closes at the day's end and meets nothing of the next day", () => {
  const until = closingOf("00:00");
  expect(until).toBe("24:00");
  const day = span("00:00", until);
  expect(isOvernight(day)).toBe(false);
  expect(problemsOf(weekOf(Object.fromEntries(DAYS.map((name) => [name, [day]]))))).toEqual([]);
});

test("missing and equal times are told", () => {
  expect(problemsOf(weekOf({ monday: [span("", "12:00"), span("13:00", "13:00")] })).map(({ kind }) => kind)).toEqual([
    "incomplete",
    "empty",
  ]);
});

test("an added span never meets what the day ended with", () => {
  const week = withSpan(weekOf({ monday: [span("09:00", "12:00")] }), "monday");
  expect(week.monday).toEqual([span("09:00", "12:00"), span("13:00", "17:00")]);
  expect(withSpan(weekOf({}), "sunday").sunday).toEqual([span("09:00", "18:00")]);
});

test("copies are no longer the same thing as what they were copied from", () => {
  const week = copiedTo(weekOf({ monday: [span("09:00", "18:00")], sunday: [span("01:00", "02:00")] }), "monday", [
    "tuesday",
    "sunday",
  ]);
  expect(week.tuesday).toEqual(week.monday);
  expect(week.sunday).toEqual(week.monday);
  expect(week.tuesday[0]).not.toBe(week.monday[0]);
});

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
const spans = fc.array(
  fc.record({ opens: time, closes: time }).filter(({ opens, closes }) => opens !== closes),
  { maxLength: 2 },
);

test("a week has an overlap exactly where some minute is open twice", () => {
  fc.assert(
    fc.property(fc.tuple(spans, spans, spans), ([monday, tuesday, sunday]) => {
      const week = weekOf({ monday, tuesday, sunday });
      const open = new Set<number>();
      let twice = false;
      DAYS.forEach((day, number) =>
        week[day].forEach(({ opens, closes }) => {
          const [from = 0, until = 0] = [minuteOf(opens) ?? 0, minuteOf(closes) ?? 0];
          for (let at = from; at < (until > from ? until : until + 1440); at += 1) {
            const minute = (number * 1440 + at) % 10_080;
            twice ||= open.has(minute);
            open.add(minute);
          }
        }),
      );
      expect(problemsOf(week).some(({ kind }) => kind === "overlap")).toBe(twice);
    }),
    { numRuns: 60 },
  );
});

test("of a week that somebody else changed meanwhile, only the days that one changed are other", () => {
  const read = weekOf({ monday: [{ opens: "08:00", closes: "12:00" }] });
  const mine = changedDays({ ...read, sunday: [{ opens: "10:00", closes: "11:00" }] }, read);
  const theirs = weekOf({ monday: [{ opens: "07:00", closes: "12:00" }] });
  expect({ ...theirs, ...mine }).toEqual(
    weekOf({ monday: [{ opens: "07:00", closes: "12:00" }], sunday: [{ opens: "10:00", closes: "11:00" }] }),
  );
});
