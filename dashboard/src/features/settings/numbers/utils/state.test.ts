import { expect, test } from "vitest";
import { stateOf } from "./state";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const META = {
  is_active: true,
  pause_reason: null,
  paused_until: null,
  api_type: "official",
  connection: "unknown",
} as const;

test("a number of Meta works without a phone", () => {
  expect(stateOf(META, NOW)).toBe("on");
});

test("of a linked phone, it works once the phone is linked", () => {
  expect(stateOf({ ...META, api_type: "evolution", connection: "closed" }, NOW)).toBe("unlinked");
  expect(stateOf({ ...META, api_type: "evolution", connection: "unknown" }, NOW)).toBe("unlinked");
  expect(stateOf({ ...META, api_type: "evolution", connection: "connecting" }, NOW)).toBe("connecting");
  expect(stateOf({ ...META, api_type: "evolution", connection: "open" }, NOW)).toBe("on");
});

test("that its phone is not linked says more than that it is paused", () => {
  const lost = { ...META, api_type: "evolution", connection: "closed", pause_reason: "phone_not_linked" } as const;

  expect(stateOf(lost, NOW)).toBe("unlinked");
});

test("a pause ends by itself, where its end is known", () => {
  const paused = { ...META, pause_reason: "daily_limit_reached" };

  expect(stateOf({ ...paused, paused_until: null }, NOW)).toBe("paused");
  expect(stateOf({ ...paused, paused_until: "2026-11-22T13:00:00Z" }, NOW)).toBe("paused");
  expect(stateOf({ ...paused, paused_until: "2026-11-22T11:00:00Z" }, NOW)).toBe("on");
});

test("what is switched off is off, whatever else it is", () => {
  expect(stateOf({ ...META, is_active: false, pause_reason: "account_banned" }, NOW)).toBe("off");
});
