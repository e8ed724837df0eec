import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockAfter, readDuration, writeDuration } from "./clock";

describe("durations", () => {
  test.each([
    ["30m", 1800],
    ["1d12h", 129_600],
    ["90 s", 90],
    ["2H", 7200],
    ["", null],
    ["soon", null],
    ["1h soon", null],
  ])("reads %s", (text, seconds) => expect(readDuration(text)).toBe(seconds));

  test("are read back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 * 86_400 }), (seconds) => {
        expect(readDuration(writeDuration(seconds))).toBe(seconds);
      }),
    );
  });
});

const script = { at: "2026-01-05T12:00:00Z", steps: [{ say: "oi" }, { wait: "1h" }, { wait: "?" }, { wait: "30m" }] };
const noon = Date.parse(script.at);

test("the clock is moved by waits alone", () => {
  expect([clockAfter(script, 0), clockAfter(script, 2), clockAfter(script)].map((at) => (at - noon) / 60_000)).toEqual([
    0, 60, 90,
  ]);
});
