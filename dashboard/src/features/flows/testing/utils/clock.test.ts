import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockAfter, nextTimer, readDuration, writeDuration } from "./clock";
import type { Effect } from "./probe";

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

const turn = (at: number, effects: Effect[]) => ({ at, moment: { effects } });

describe("the next timer", () => {
  const asked = turn(noon, [{ effect: "set_timer", id: "1.2", after: "PT2400S", sent_by: "1.1" }]);

  test("counts from when it was set", () => expect(nextTimer([asked], noon + 600_000)).toBe(1800));

  test("may name its time", () => {
    const sleeping = turn(noon, [{ effect: "set_timer", id: "1.1", due_at: "2026-01-06T12:00:00Z" }]);
    expect(nextTimer([sleeping], noon)).toBe(86_400);
  });

  test("is none once it was taken back, or has fired", () => {
    const answered = turn(noon, [{ effect: "cancel_timer", id: "2.1", timer_id: "1.2" }]);
    expect([nextTimer([asked, answered], noon), nextTimer([asked], noon + 2_400_000)]).toEqual([null, null]);
  });
});
