import { describe, expect, test } from "vitest";
import { expectationsOf, testOf, tidy } from "./expectations";
import type { Rehearsal, Turn } from "./turns";

const said = (text: string, choices: string[] = []) => ({
  by: "bot",
  text,
  at: "2026-01-05T12:00:00Z",
  choices,
  content: { type: "text" as const, body: text },
});
const NOWHERE: NonNullable<Turn["moment"]> = {
  at: "2026-01-05T12:00:00Z",
  wakes_at: null,
  status: null,
  outcome: null,
  flow_id: null,
  node: null,
  variables: {},
  hidden: [],
  changed: [],
  effects: [],
  lines: 0,
  walked: 0,
};
const turn = (index: number, lines: Turn["lines"], moment: Partial<NonNullable<Turn["moment"]>> | null): Turn => ({
  step: {},
  index,
  at: 0,
  until: 0,
  lines,
  walked: [],
  failures: [],
  moment: moment && { ...NOWHERE, ...moment },
});
const rehearsal = (...turns: Turn[]): Rehearsal => ({ turns, trace: [], failures: [], passed: true });

describe("expectationsOf", () => {
  test("expects every message with its choices, and the node", () => {
    const lines = [{ ...said("oi"), by: "contact" }, said("Olá!"), said("Qual?", ["A", "B"])];
    expect(expectationsOf(turn(0, lines, { node: "menu", status: "waiting" }))).toEqual([
      { text: "Olá!" },
      { text: "Qual?", choices: ["A", "B"] },
      { node: "menu" },
    ]);
  });

  test("expects the end, and with what outcome", () => {
    expect(expectationsOf(turn(0, [said("Tchau")], { node: "fim", status: "completed", outcome: "ok" }))).toEqual([
      { text: "Tchau" },
      { ended: "completed", outcome: "ok" },
    ]);
  });

  test("expects silence where nothing was said", () => {
    expect(expectationsOf(turn(0, [], null))).toEqual([{ silent: true }]);
  });
});

describe("testOf", () => {
  test("follows each action with what came of it", () => {
    const script = { steps: [{ say: "oi" }, { wait: "1h" }] };
    const played = rehearsal(turn(0, [said("Olá!")], null), turn(1, [], null));
    expect(testOf(script, played, "cumprimenta")).toEqual({
      name: "cumprimenta",
      steps: [{ say: "oi" }, { expect: { text: "Olá!" } }, { wait: "1h" }, { expect: { silent: true } }],
    });
  });

  test("keeps what was expected by hand instead", () => {
    const script = { steps: [{ say: "oi" }, { expect: { node: "menu" } }] };
    expect(testOf(script, rehearsal(turn(0, [said("Olá!")], null)), "x").steps).toEqual(script.steps);
  });
});

test("an expectation is kept without what says nothing", () => {
  const written = { text: "", contains: false, choices: [], vars: {}, node: "fim", ended: null, silent: false };
  expect(tidy(written)).toEqual({ node: "fim" });
});
