import { expect, test } from "vitest";
import { readFailure } from "./failure";

test.each([
  ["expected the text 'Olá', got ['Oi', \"D'Ana\"]", { kind: "text", expected: "Olá", got: "Oi · D'Ana" }],
  ["expected the choices ['A', 'B'], got [['A'], []]", { kind: "choices", expected: "A · B", got: "A · " }],
  ["expected node fim, the session stands on menu", { kind: "node", expected: "fim", got: "menu" }],
  [
    "expected the end 'completed', the session is 'waiting' (None)",
    { kind: "ended", expected: "completed", got: "waiting" },
  ],
  ["expected the outcome 'ok', got None", { kind: "outcome", expected: "ok", got: "–" }],
  ["expected total = 10, got '10'", { kind: "variable", name: "total", expected: "10", got: "10" }],
  ["expected silence, got ['Oi']", { kind: "silent", got: "Oi" }],
  ["there is no choice 'Nada' to press", { kind: "no_choice", expected: "Nada" }],
  ["no mock answers for the hours of the company", { kind: "mock", got: "the hours of the company" }],
  ["something new", { kind: "other", got: "something new" }],
])("reads %s", (message, read) => expect(readFailure(message)).toMatchObject(read));
