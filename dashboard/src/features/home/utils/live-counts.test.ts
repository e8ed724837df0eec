import { expect, test } from "vitest";
import { withSignal } from "./live-counts";

const COUNTED = {
  open: 6,
  mine: 2,
  unassigned: 3,
  waiting: 3,
  unread: 4,
  snoozed: 0,
  mentioned: 1,
  needs_attention: 3,
  closing: 0,
  by_status: { active: 3, waiting: 3 },
  by_department: {},
  by_config: {},
};

test("a signal says what is the company's, and leaves what is one's own", () => {
  const shown = withSignal(COUNTED, { open: 9, waiting: 5, mine: 0, unread: 0, by_status: { active: 4, waiting: 5 } });

  expect(shown).toEqual({ ...COUNTED, open: 9, waiting: 5, by_status: { active: 4, waiting: 5 } });
});

test("what cannot be read changes nothing", () => {
  expect(withSignal(COUNTED, { open: "nine" })).toBe(COUNTED);
  expect(withSignal(COUNTED, undefined)).toBe(COUNTED);
});

test("nothing is made up where nothing was counted", () => {
  expect(withSignal(undefined, { open: 9 })).toBeUndefined();
});
