import fc from "fast-check";
import { expect, test } from "vitest";
import {
  emptyLeaf,
  FIELDS,
  HOWS,
  isUnfinished,
  LEAF_TYPES,
  NUMBERS,
  readConditions,
  writeConditions,
} from "./conditions";

test("a rule of the guide is shown, its denied question too, and is written as it was", () => {
  const document = {
    type: "all",
    conditions: [
      { type: "says", words: ["boleto", "segunda via"], how: "contains" },
      { type: "open_now", is_open: true },
      { type: "not", condition: { type: "is", field: "status", any_of: ["resolved"] } },
    ],
  };
  const read = readConditions(document);
  expect(read.match).toBe("all");
  expect(read.rows.map(({ not, condition }) => [not, condition.type])).toEqual([
    [false, "says"],
    [false, "open_now"],
    [true, "is"],
  ]);
  expect(writeConditions(read)).toEqual(document);
});

test("one question alone is all of one, and none at all is nothing", () => {
  expect(writeConditions(readConditions({ type: "says", words: ["oi"] }))).toEqual({
    type: "all",
    conditions: [{ type: "says", words: ["oi"], how: "contains" }],
  });
  expect(writeConditions(readConditions(null))).toBeNull();
});

test("what the form cannot show is kept as it is", () => {
  const nested = { type: "any", conditions: [{ type: "all", conditions: [{ type: "open_now", is_open: true }] }] };
  expect(readConditions(nested).rows[0]?.condition.type).toBe("kept");
  expect(writeConditions(readConditions(nested))).toEqual(nested);
  const unknown = { type: "not", condition: { type: "moon", phase: "full" } };
  expect(writeConditions(readConditions(unknown))).toEqual({ type: "all", conditions: [unknown] });
});

test("empty lines are left out, and a question without words is unfinished", () => {
  const row = {
    not: false,
    condition: { type: "says" as const, words: [" boleto ", "", "  "], how: "contains" as const },
  };
  expect(writeConditions({ match: "any", rows: [row] })).toEqual({
    type: "any",
    conditions: [{ type: "says", words: ["boleto"], how: "contains" }],
  });
  expect(isUnfinished(row)).toBe(false);
  expect(isUnfinished({ not: false, condition: { ...row.condition, words: ["", " "] } })).toBe(true);
});

test("every kind of question can be begun and read again", () => {
  for (const type of LEAF_TYPES) {
    const rows = [{ not: false, condition: emptyLeaf(type) }];
    expect(readConditions(writeConditions({ match: "all", rows })).rows).toEqual(rows);
  }
});

const word = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== "");
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const leaf = fc.oneof(
  fc.record({ type: fc.constant("is" as const), field: fc.constantFrom(...FIELDS), any_of: words }),
  fc.record({ type: fc.constant("at_least" as const), number: fc.constantFrom(...NUMBERS), value: fc.nat() }),
  fc.record({ type: fc.constant("tag" as const), tag_ids: words }),
  fc.record({ type: fc.constant("attribute" as const), name: word, any_of: words }),
  fc.record({ type: fc.constant("says" as const), words, how: fc.constantFrom(...HOWS) }),
  fc.record({ type: fc.constant("open_now" as const), is_open: fc.boolean() }),
);

test("what is written is read as it was", () => {
  const conditions = fc.record({
    match: fc.constantFrom("all" as const, "any" as const),
    rows: fc.array(fc.record({ not: fc.boolean(), condition: leaf }), { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(conditions, (given) => {
      expect(readConditions(writeConditions(given))).toEqual(given);
    }),
  );
});
