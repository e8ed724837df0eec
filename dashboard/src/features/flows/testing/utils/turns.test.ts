import { describe, expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { isTelling, type Moment, nextTimer, pathUntil, readRehearsal } from "./turns";

const NOON = "2026-01-05T12:00:00Z";
const ONE = "2026-01-05T13:00:00Z";
const FLOW = "f";

const line = (by: string, text: string): Schema<"Line"> => ({
  by,
  text,
  at: NOON,
  choices: [],
  content: { type: "text", body: text },
});
const walked = (node: string, edge?: string): Schema<"Step"> => ({ node, type: "", event: "", at: NOON, edge });
const moment = (fields: Partial<Moment>): Moment => ({
  at: NOON,
  wakes_at: null,
  status: "waiting",
  outcome: null,
  flow_id: FLOW,
  node: "menu",
  variables: {},
  hidden: [],
  changed: [],
  effects: [],
  lines: 0,
  walked: 0,
  ...fields,
});
const note: Moment["effects"][number] = {
  kind: "add_note",
  node: "menu",
  version: null,
  effect: { effect: "add_note", id: "2.1", text: "x" },
};

const script = { at: NOON, steps: [{ say: "oi" }, { wait: "1h" }, { expect: { text: "?" } }, { choose: "Nada" }] };
const rehearsed: Schema<"RehearsedTest"> = {
  name: "",
  passed: false,
  transcript: [line("contact", "oi"), line("bot", "Olá!"), line("bot", "Ainda aí?")],
  trace: [walked("inicio", "e1"), walked("menu"), walked("fim")],
  moments: [
    moment({ lines: 2, walked: 2, wakes_at: ONE }),
    moment({ at: ONE, lines: 3, walked: 3, node: null, changed: ["nome"], effects: [note] }),
    moment({ at: ONE, lines: 3, walked: 3, node: null }),
    moment({ at: ONE, lines: 3, walked: 3, node: null }),
  ],
  failures: [
    { step: 2, code: "expected_text", message: "…", values: {} },
    { step: 3, code: "no_choice", message: "…", values: {} },
  ],
};
const { turns } = readRehearsal(script, rehearsed);

describe("readRehearsal", () => {
  test("gives each action what was said and walked after it", () => {
    expect(turns.map((turn) => [turn.index, turn.lines.map((one) => one.text), turn.walked.length])).toEqual([
      [0, ["oi", "Olá!"], 2],
      [1, ["Ainda aí?"], 1],
      [3, [], 0],
    ]);
  });

  test("knows the clock before and after", () => {
    const clock = turns.map((turn) => [turn.at, turn.until].map((at) => new Date(at).getUTCHours()));
    expect(clock).toEqual([
      [12, 12],
      [12, 13],
      [13, 13],
    ]);
  });

  test("puts what was not as expected to the action before it, and keeps what that changed and did", () => {
    expect(turns.map((turn) => turn.failures.map((one) => one.code))).toEqual([[], ["expected_text"], ["no_choice"]]);
    expect(turns[1]?.moment).toMatchObject({ changed: ["nome"], effects: [note] });
  });
});

test("the next timer counts from the clock", () => {
  expect([nextTimer(turns.slice(0, 1)), nextTimer(turns), nextTimer([])]).toEqual([3600, null, null]);
});

test("the way is marked until the step that one looks at, and where it stands in this flow", () => {
  expect(pathUntil(FLOW, turns, 0)).toEqual({ nodeIds: ["inicio", "menu"], edgeIds: ["e1"], current: "menu" });
  expect(pathUntil(FLOW, turns, null)).toMatchObject({ nodeIds: ["inicio", "menu", "fim"], current: "fim" });
  expect(pathUntil("another", turns.slice(0, 1), null).current).toBe("menu");
});

test("what the phone and the clock show is not told again", () => {
  expect([note, { ...note, kind: "send_message" }].map(isTelling)).toEqual([true, false]);
});
