import { describe, expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { withProbes } from "./probe";
import { changedNames, isTelling, readRehearsal } from "./turns";

const NOON = "2026-01-05T12:00:00Z";
const ONE = "2026-01-05T13:00:00Z";
const line = (by: string, text: string, at = NOON): Schema<"Line"> => ({
  by,
  text,
  at,
  choices: [],
  content: { type: "text", body: text },
});

/** The failures by which the API answers a probe, as it writes them. */
const answers = (step: number, said: string[], variables: Record<string, string>, effects = "[]") =>
  [
    `expected the text '⟨pytake·probe⟩', got [${said.map((one) => `'${one}'`).join(", ")}]`,
    "expected node ⟨pytake·probe⟩, the session stands on menu",
    "expected the end '⟨pytake·probe⟩', the session is 'waiting' (None)",
    ...Object.entries(variables).map(([name, value]) => `expected ${name} = '⟨pytake·probe⟩', got ${value}`),
    `expected the effect {'effect': '⟨pytake·probe⟩'}, got ${effects}`,
  ].map((message) => ({ step, message }));

const rehearsed = (transcript: Schema<"Line">[], failures: Schema<"FlowTestFailure">[]): Schema<"RehearsedTest"> => ({
  name: "",
  passed: false,
  transcript,
  trace: [],
  failures,
});

const script = { at: NOON, steps: [{ say: "oi" }, { wait: "1h" }, { choose: "Nada" }] };
const probed = withProbes(script, ["nome"]);

describe("withProbes", () => {
  test("asks after every action, and knows whose the steps are", () => {
    expect(probed.script.steps?.map((step) => Object.keys(step)[0])).toEqual([
      "say",
      "expect",
      "wait",
      "expect",
      "choose",
      "expect",
    ]);
    expect([probed.origin, [...probed.probes]]).toEqual([
      [0, 0, 1, 1, 2, 2],
      [1, 3, 5],
    ]);
  });

  test("never asks for more steps than the API plays", () => {
    const long = { steps: Array.from({ length: 150 }, () => ({ say: "oi" })) };
    const sent = withProbes(long, []);
    expect([sent.script.steps?.length, sent.probes.has(199), sent.probes.has(1)]).toEqual([200, true, false]);
  });
});

describe("readRehearsal", () => {
  const test_ = rehearsed(
    [line("contact", "oi"), line("bot", "Olá!"), line("bot", "Tudo bem?"), line("bot", "Ainda aí?", ONE)],
    [
      ...answers(1, ["Olá!", "Tudo bem?"], { nome: "None" }),
      ...answers(3, ["Ainda aí?"], { nome: "'Ana'" }, "[{'effect': 'add_note', 'id': '2.1', 'text': 'x'}]"),
      { step: 4, message: "there is no choice 'Nada' to press" },
      ...answers(5, ["Ainda aí?"], { nome: "'Ana'" }),
    ],
  );
  const read = readRehearsal(script, probed, test_);

  test("gives each action what was said after it", () => {
    expect(read.turns.map((turn) => turn.lines.map((one) => one.text))).toEqual([
      ["oi", "Olá!", "Tudo bem?"],
      ["Ainda aí?"],
      [],
    ]);
  });

  test("knows the clock before and after", () => {
    expect(read.turns.map((turn) => [turn.at, turn.until].map((at) => new Date(at).toISOString()))).toEqual(
      [
        [NOON, NOON],
        [NOON, ONE],
        [ONE, ONE],
      ].map((pair) => pair.map((at) => new Date(at).toISOString())),
    );
  });

  test("tells how it stands, and what happened", () => {
    expect(read.turns[0]?.moment).toMatchObject({ node: "menu", status: "waiting", outcome: null, variables: {} });
    expect(read.turns[1]?.moment).toMatchObject({ variables: { nome: "Ana" } });
    expect(read.turns[1]?.moment?.effects.filter(isTelling)).toEqual([{ effect: "add_note", id: "2.1", text: "x" }]);
  });

  test("keeps the tester's own failures, and none of the probes'", () => {
    expect(read.failures).toEqual([{ step: 2, message: "there is no choice 'Nada' to press" }]);
    expect(read.turns.map((turn) => turn.failures.length)).toEqual([0, 0, 1]);
  });

  test("marks what changed since the turn before", () => {
    expect([...changedNames(read.turns.slice(0, 2))]).toEqual(["nome"]);
    expect([...changedNames(read.turns)]).toEqual([]);
  });
});

test("hides nothing of a transcript that it does not understand", () => {
  const one = { at: NOON, steps: [{ say: "oi" }] };
  const odd = rehearsed([line("bot", "?"), line("contact", "oi")], []);
  expect(readRehearsal(one, withProbes(one, []), odd).turns[0]?.lines).toHaveLength(2);
});
