import { describe, expect, test } from "vitest";
import { BEGIN, changeScript, emptyScript, isAction, stepsOf } from "./script";

const empty = emptyScript(new Date("2026-11-22T18:11:45Z"));
const append = (...steps: object[]) =>
  steps.reduce((script: typeof empty, step) => changeScript(script, { type: "append", step }), empty);

describe("changeScript", () => {
  test("appends what is done, in order", () => {
    expect(append({ say: "oi" }, { choose: "Sim" }).steps).toEqual([{ say: "oi" }, { choose: "Sim" }]);
  });

  test("takes the last action back, with what was expected after it", () => {
    const script = append({ say: "oi" }, { expect: { text: "Olá" } }, { choose: "Sim" }, { expect: { node: "fim" } });
    expect(changeScript(script, { type: "undo" }).steps).toEqual([{ say: "oi" }, { expect: { text: "Olá" } }]);
  });

  test("has nothing to take back at the beginning", () => {
    expect(changeScript(empty, { type: "undo" }).steps).toEqual([]);
    expect(changeScript(append({ expect: { node: "x" } }), { type: "undo" }).steps).toEqual([]);
  });

  test("moves the clock by a step, and its start by a field", () => {
    const waited = append({ wait: "2h" });
    const moved = changeScript(waited, { type: "set", fields: { at: "2026-01-01T00:00:00Z" } });
    expect(moved).toMatchObject({ at: "2026-01-01T00:00:00Z", steps: [{ wait: "2h" }] });
  });

  test("begins again with the same contact, clock and answers", () => {
    const script = { ...append({ say: "oi" }), contact: { name: "Ana" } };
    expect(changeScript(script, { type: "restart" })).toEqual({ ...script, steps: [] });
  });

  test("leaves the script that was there as it was", () => {
    const script = append({ say: "oi" });
    changeScript(script, { type: "append", step: { say: "tchau" } });
    expect(stepsOf(script)).toEqual([{ say: "oi" }]);
  });
});

test("to begin is something that is done", () => {
  expect([isAction(BEGIN), isAction({ expect: { silent: true } }), isAction({ wait: "1h" })]).toEqual([
    true,
    false,
    true,
  ]);
});

test("a conversation begins on the minute, at no time zone's mercy", () => {
  expect(empty.at).toBe("2026-11-22T18:11:00Z");
});
