import { z } from "zod";
import { readDuration } from "../durations";
import { minutes, text, variableName } from "../fields";
import { MAX_WAIT_DAYS } from "../limits";
import type { Problem } from "../problems";
import type { Written } from "../written";

export const waitSchema = z.looseObject({
  for: text,
  duration: text,
  until: text,
  timeout_minutes: minutes,
  save_as: text,
});
export type WaitData = z.infer<typeof waitSchema>;

export const WAIT_KINDS = ["reply", "duration", "until"] as const;
export type WaitKind = (typeof WAIT_KINDS)[number];

/** What it waits for. `for` may hold a duration itself. */
export function waitKind(data: WaitData): WaitKind {
  if (data.until) return "until";
  return (data.for ?? "reply") === "reply" ? "reply" : "duration";
}

/** The duration as written, in either spelling. */
export function durationOf(data: WaitData): string {
  return data.for === undefined || data.for === "duration" || data.for === "reply" ? (data.duration ?? "") : data.for;
}

/** What publishing would refuse. */
export function waitProblems(data: WaitData): Problem[] {
  if (waitKind(data) !== "duration") return [];
  const seconds = readDuration(durationOf(data));
  if (seconds === null) return [{ code: "bad_duration", path: "duration" }];
  const isLong = seconds > MAX_WAIT_DAYS * 86_400;
  return isLong ? [{ code: "wait_too_long", path: "duration", params: { days: MAX_WAIT_DAYS } }] : [];
}

export function waitWrites(data: WaitData): Written[] {
  return waitKind(data) === "reply" ? [{ name: variableName(data.save_as), type: "text" }] : [];
}
