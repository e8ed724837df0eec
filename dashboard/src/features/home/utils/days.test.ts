import { expect, test } from "vitest";
import { daysOf } from "./days";

test("all bots' days are added up, and quiet days are there", () => {
  const stats = [
    { by_day: [{ day: "2026-11-20", sessions: 2 }] },
    {
      by_day: [
        { day: "2026-11-20", sessions: 3 },
        { day: "2026-11-22", sessions: 1 },
      ],
    },
  ];

  expect(daysOf(stats, "2026-11-22", 4)).toEqual([
    { day: "2026-11-19", sessions: 0 },
    { day: "2026-11-20", sessions: 5 },
    { day: "2026-11-21", sessions: 0 },
    { day: "2026-11-22", sessions: 1 },
  ]);
});

test("a month begins anew without losing a day", () => {
  expect(daysOf([], "2026-03-02", 4).map((one) => one.day)).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
  ]);
});
