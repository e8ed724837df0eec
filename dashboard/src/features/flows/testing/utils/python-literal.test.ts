import fc from "fast-check";
import { expect, test } from "vitest";
import { readLiteral } from "./python-literal";

/** Writes a value as Python's repr does. */
function repr(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([key, one]) => `${repr(key)}: ${repr(one)}`)
      .join(", ")}}`;
  const text = String(value).replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t");
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replace(/'/g, "\\'")}'`;
}

test.each([
  ["None", null],
  ["-1.5e+16", -1.5e16],
  ["'a\\x01\\u2063\\U0001f44b'", "a\u0001\u2063👋"],
  [`["D'Ana", 'x "y"']`, ["D'Ana", 'x "y"']],
  ["{'a': {'b': [True, 2]}}", { a: { b: [true, 2] } }],
  ["[]", []],
])("reads %s", (source, value) => expect(readLiteral(source)).toEqual(value));

test.each(["", "'open", "[1", "{'a'}", "hello", "1 2"])("gives nothing for %s", (source) => {
  expect(readLiteral(source)).toBeUndefined();
});

test("reads back every value", () => {
  const values = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  fc.assert(
    fc.property(values, (value) => {
      expect(readLiteral(repr(value))).toEqual(value);
    }),
  );
});
