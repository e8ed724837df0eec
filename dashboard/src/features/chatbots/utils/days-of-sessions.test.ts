import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { daysOfSessions, sessionsToday } from "./days-of-sessions";

const stats = { by_day: [{ day: "2026-11-21", sessions: 3 }] } as Schema<"ChatbotStats">;

test("fills the days on which nothing happened", () => {
  expect(daysOfSessions(stats, "2026-11-22", 3)).toEqual([
    { day: "2026-11-20", sessions: 0 },
    { day: "2026-11-21", sessions: 3 },
    { day: "2026-11-22", sessions: 0 },
  ]);
});

test("counts what began today", () => {
  expect([sessionsToday(stats, "2026-11-21"), sessionsToday(stats, "2026-11-22")]).toEqual([3, 0]);
});
