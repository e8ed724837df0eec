import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysLater, momentOf, wallTimeOf, weekdayOf } from "./zoned";

const ZONES = ["America/Sao_Paulo", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland", "UTC"];

describe("a wall time", () => {
  test("is what the zone's clocks show", () => {
    expect(wallTimeOf(new Date("2026-11-23T01:30:00Z"), "America/Sao_Paulo")).toBe("2026-11-22T22:30");
  });

  test("leads back to its moment, whatever the zone", () => {
    const minutes = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (minute, zone) => {
        const wall = wallTimeOf(new Date(minute * 60_000), zone);

        expect(wallTimeOf(momentOf(wall, zone), zone)).toBe(wall);
      }),
    );
  });

  test("that clocks skip is the moment after", () => {
    const skipped = momentOf("2026-03-08T02:30", "America/New_York");

    expect(skipped.toISOString()).toBe("2026-03-08T07:30:00.000Z");
  });

  test("keeps its hour over days with other offsets", () => {
    const friday = wallTimeOf(new Date("2026-03-06T14:00:00Z"), "America/New_York");

    expect(daysLater(friday, 3)).toBe("2026-03-09T09:00");
    expect(momentOf(daysLater(friday, 3), "America/New_York").toISOString()).toBe("2026-03-09T13:00:00.000Z");
  });

  test("falls on its own day of the week", () => {
    expect(weekdayOf("2026-11-22T23:59")).toBe(0);
  });
});
