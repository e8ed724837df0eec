import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readValue, showValue } from "./json-value";

describe("readValue", () => {
  test.each([
    ["10", 10],
    ["true", true],
    ['"10"', "10"],
    ["Recife", "Recife"],
    ["", ""],
    ["{oi", "{oi"],
    ['{"a":[1]}', { a: [1] }],
  ])("reads %s", (typed, value) => expect(readValue(typed)).toEqual(value));

  test("gives back every value that was shown", () => {
    const kept = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(kept, (value) => {
        expect(readValue(showValue(value))).toEqual(value);
      }),
    );
  });
});
