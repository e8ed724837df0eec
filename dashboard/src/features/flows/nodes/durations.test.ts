import fc from "fast-check";
import { expect, test } from "vitest";
import { readDuration, writeDuration } from "./durations";

test.each([
  ["90s", 90],
  ["1d12h", 129_600],
  [" 2H ", 7200],
  ["1h 30m", 5400],
  ["", null],
  ["2", null],
  ["2w", null],
  ["-1h", null],
  ["1d".repeat(21), null],
])("%j is read as the domain reads it", (text, seconds) => {
  expect(readDuration(text)).toBe(seconds);
});

test("what is written is read again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_592_000 }), (seconds) => {
      expect(readDuration(writeDuration(seconds))).toBe(seconds);
    }),
  );
});
