import { expect, test } from "vitest";
import { changesOf } from "./changes";

test("only what changed is told, by its path", () => {
  const before = { name: "Aurora", security: { session_hours: 12, two_factor_required: false } };
  const after = { name: "Aurora", security: { session_hours: 24, two_factor_required: false } };

  expect(changesOf(before, after)).toEqual([{ field: "security.session_hours", before: "12", after: "24" }]);
});

test("what was made has no before, what was taken away no after", () => {
  expect(changesOf(null, { name: "Vendas" })).toEqual([{ field: "name", before: null, after: "Vendas" }]);
  expect(changesOf({ name: "Vendas" }, null)).toEqual([{ field: "name", before: "Vendas", after: null }]);
});

test("an entry that says nothing changed nothing", () => {
  expect(changesOf(null, null)).toEqual([]);
  expect(changesOf(undefined, undefined)).toEqual([]);
});

test("lists are one line, and a no is no nothing", () => {
  expect(changesOf({ on: true, to: ["a"] }, { on: false, to: ["a", "b"] })).toEqual([
    { field: "on", before: "true", after: "false" },
    { field: "to", before: "a", after: "a, b" },
  ]);
});
