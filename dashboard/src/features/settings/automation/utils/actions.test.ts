import { expect, test } from "vitest";
import { ACTION_TYPES, emptyAction, isIncomplete, readActions, writeActions } from "./actions";

test("known actions are read and written as they were, unknown ones kept", () => {
  const document = [
    { type: "set_priority", priority: "high" },
    { type: "notify", user_ids: [], words: "Boleto" },
    { type: "dance", steps: 3 },
  ];
  const read = readActions(document);
  expect(read.map(({ type }) => type)).toEqual(["set_priority", "notify", "kept"]);
  expect(writeActions(read)).toEqual(document);
});

test("a resolution without words is none", () => {
  expect(writeActions([{ type: "resolve", resolution: " " }])).toEqual([{ type: "resolve" }]);
});

test("every kind of action can be begun and read again", () => {
  for (const type of ACTION_TYPES) expect(readActions([emptyAction(type)])).toEqual([emptyAction(type)]);
});

test("an action that names nobody is incomplete", () => {
  expect(isIncomplete(emptyAction("assign_user"))).toBe(true);
  expect(isIncomplete({ type: "assign_user", user_id: "1" })).toBe(false);
  expect(isIncomplete(emptyAction("notify"))).toBe(false);
});
