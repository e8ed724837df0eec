import { describe, expect, test } from "vitest";
import { snoozePresets } from "./snooze";

const ZONE = "America/Sao_Paulo";
const named = (now: string, zone = ZONE) =>
  Object.fromEntries(snoozePresets(new Date(now), zone).map(({ name, until }) => [name, until.toISOString()]));

describe("the times offered for a snooze", () => {
  test("are of the person's morning, not of this machine's", () => {
    expect(named("2026-11-24T15:00:00Z").tomorrow).toBe("2026-11-25T12:00:00.000Z");
    expect(named("2026-11-24T15:00:00Z", "Asia/Tokyo").tomorrow).toBe("2026-11-26T00:00:00.000Z");
  });

  test("have the evening only while it is far off", () => {
    expect(named("2026-11-24T13:00:00Z").evening).toBe("2026-11-24T21:00:00.000Z");
    expect(named("2026-11-24T19:00:00Z").evening).toBeUndefined();
  });

  test("have Monday, but on Sunday tomorrow says it already", () => {
    expect(named("2026-11-27T15:00:00Z").monday).toBe("2026-11-30T12:00:00.000Z");
    expect(named("2026-11-30T15:00:00Z").monday).toBe("2026-12-07T12:00:00.000Z");
    expect(named("2026-11-29T15:00:00Z").monday).toBeUndefined();
  });

  test("come in their order, and none is past", () => {
    const now = new Date("2026-11-24T13:00:00Z");
    const times = snoozePresets(now, ZONE).map(({ until }) => until.getTime());

    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(Math.min(...times)).toBeGreaterThan(now.getTime());
  });
});
