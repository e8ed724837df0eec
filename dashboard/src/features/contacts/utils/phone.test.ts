import { expect, test } from "vitest";
import { phoneHint } from "./phone";

test.each([
  ["(11) 95555-0001", "+55 11 95555 0001"],
  ["11 3555-0001", "+55 11 3555 0001"],
  ["+351 912 345 678", "+351 912 345 678"],
  ["5511955550001", "+55 11 95555 0001"],
])("understands %s", (typed, international) => {
  expect(phoneHint(typed)).toEqual({ kind: "ok", international });
});

test.each(["11 8555-0001", "551185550001"])("sees that %s lacks the ninth digit", (typed) => {
  expect(phoneHint(typed)).toMatchObject({ kind: "old_mobile", withNinth: "+55 11 98555 0001" });
});

test.each(["12345", "fone 11955550001", "1234567890123456"])("takes %s for no phone", (typed) => {
  expect(phoneHint(typed)).toEqual({ kind: "wrong" });
});

test("says nothing of nothing", () => expect(phoneHint("  ")).toEqual({ kind: "empty" }));
