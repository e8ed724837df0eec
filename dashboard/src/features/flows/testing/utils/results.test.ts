import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { outcomesOf, redOf, replaced, without } from "./results";

const result = (name: string, passed: boolean): Schema<"RehearsedTest"> => ({
  name,
  passed,
  transcript: [],
  trace: [],
  moments: [],
  failures: [],
});
const tests = [{ name: "a" }, { steps: [] }, { name: "c" }];

test("puts each result beside its test, also of one without a name", () => {
  const outcomes = outcomesOf(tests, { passed: false, tests: [result("#2", false), result("a", true)] });
  expect(outcomes.map(({ name, result: one }) => [name, one?.passed])).toEqual([
    ["a", true],
    ["#2", false],
    ["c", undefined],
  ]);
  expect(redOf(outcomes)).toBe(1);
});

test("changes and leaves out one test by its name", () => {
  expect(replaced(tests, "#2", { name: "b" })).toEqual([{ name: "a" }, { name: "b" }, { name: "c" }]);
  expect(without(tests, "#2")).toEqual([{ name: "a" }, { name: "c" }]);
});
