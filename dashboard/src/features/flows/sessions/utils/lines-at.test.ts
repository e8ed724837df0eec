import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { linesAt } from "./lines-at";

const [T1, T2] = ["2026-01-05T12:00:00Z", "2026-01-05T12:01:00Z"];
const line = (by: string, text: string, at: string): Schema<"Line"> => ({
  by,
  text,
  at,
  content: { type: "text", body: text },
});
const sent = { id: "1.1", message: { id: "m", type: "text", status: "sent" as const, error_code: null } };
const steps = [
  { at: T1, effects: [] },
  { at: T1, effects: [sent, { id: "1.2" }] },
  { at: T2, effects: [] },
  { at: T2, effects: [sent] },
];
const transcript = [
  line("contact", "oi", T1),
  line("bot", "Olá", T1),
  line("contact", "sim", T2),
  line("bot", "Certo", T2),
];

test.each([
  [0, ["oi"]],
  [1, ["oi", "Olá"]],
  [2, ["oi", "Olá", "sim"]],
  [3, ["oi", "Olá", "sim", "Certo"]],
])("after step %i one has read %j", (index, texts) => {
  expect(linesAt(steps, transcript, index).map((one) => one.text)).toEqual(texts);
});

test("nothing is said in a session without steps", () => expect(linesAt([], transcript, 0)).toEqual([]));
