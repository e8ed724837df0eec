import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, change, conditionOf, filterOf, groupOf, move, negate, sizeOf, treeOf, type Node } from "./conditions";
import * as doc from "./document";
import { problemsOf } from "./problems";

const short = fc.string({ minLength: 1, maxLength: 12 });
const leaf: fc.Arbitrary<doc.Leaf> = fc
  .oneof(
    fc.record({
      type: fc.constant("text" as const),
      field: fc.constantFrom(...doc.TEXT_FIELDS),
      op: fc.constantFrom(...doc.TEXT_OPS),
      value: short,
    }),
    fc.record({
      type: fc.constant("time" as const),
      field: fc.constantFrom(...doc.TIME_FIELDS),
      op: fc.constantFrom(...doc.TIME_OPS),
      at: fc.constant("2026-11-12T00:00:00Z"),
      days: fc.integer({ min: 0, max: 3650 }),
    }),
    fc.record({
      type: fc.constant("attribute" as const),
      key: short,
      op: fc.constantFrom(...doc.ATTRIBUTE_OPS),
      value: fc.oneof(short, fc.integer(), fc.boolean()),
    }),
    fc.record({
      type: fc.constant("lead_score" as const),
      op: fc.constantFrom(...doc.NUMBER_OPS),
      value: fc.integer({ min: -100, max: 100 }),
    }),
    fc.record({
      type: fc.constant("lifecycle" as const),
      stages: fc.uniqueArray(fc.constantFrom(...doc.STAGES), { minLength: 1 }),
    }),
    fc.record({ type: fc.constant("tag" as const), tag_id: fc.uuid() }),
    fc.record({
      type: fc.constant("consent" as const),
      purpose: fc.constantFrom(...doc.PURPOSES),
      state: fc.constantFrom(...doc.CONSENT_STATES),
      channel: fc.constant("whatsapp"),
    }),
    fc.record({ type: fc.constantFrom("blocked" as const, "open_conversation" as const), value: fc.boolean() }),
  )
  .map(doc.writeLeaf);

const filter: fc.Arbitrary<doc.Filter> = fc.letrec<{ any: doc.Filter }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({
      type: fc.constantFrom("and" as const, "or" as const),
      filters: fc.array(tie("any"), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ type: fc.constant("not" as const), filter: tie("any") }),
  ),
})).any;

/** The same without a `not` of a `not`. */
const plain = (one: doc.Filter): doc.Filter => {
  if (one.type === "and" || one.type === "or") return { ...one, filters: one.filters.map(plain) };
  if (one.type !== "not") return one;
  const below = plain(one.filter);
  return below.type === "not" ? below.filter : { type: "not", filter: below };
};
const isGroup = (one: doc.Filter): boolean =>
  one.type === "not" ? isGroup(one.filter) : one.type === "and" || one.type === "or";

/** What a filter means, given which of its conditions are true. */
const holds = (one: doc.Filter, isTrue: (leaf: doc.Leaf) => boolean): boolean => {
  switch (one.type) {
    case "and":
      return one.filters.every((below) => holds(below, isTrue));
    case "or":
      return one.filters.some((below) => holds(below, isTrue));
    case "not":
      return !holds(one.filter, isTrue);
    default:
      return isTrue(one);
  }
};

describe("a filter and its tree", () => {
  test("say the same, whichever way round", () => {
    fc.assert(
      fc.property(filter, (given) => {
        const expected = isGroup(given) ? plain(given) : { type: "and", filters: [plain(given)] };
        expect(filterOf(treeOf(given))).toEqual(expected);
      }),
    );
  });

  test("come back the same from the document", () => {
    let id = 0;
    fc.assert(
      fc.property(filter, (given) => {
        id = 0;
        const tree = treeOf(given, () => String(++id));
        id = 0;
        expect(treeOf(filterOf(tree), () => String(++id))).toEqual(tree);
      }),
    );
  });

  test("mean the same contacts", () => {
    fc.assert(
      fc.property(filter, fc.func(fc.boolean()), (given, isTrue) => {
        expect(holds(filterOf(treeOf(given)), isTrue)).toBe(holds(given, isTrue));
      }),
    );
  });

  test("are read from what the API sends", () => {
    fc.assert(
      fc.property(filter, (given) => {
        expect(doc.readFilter(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
    );
  });
});

describe("readFilter", () => {
  test("fills in what a document may leave out", () => {
    expect(doc.readFilter({ type: "blocked" })).toEqual({ type: "blocked", value: true });
    expect(doc.readFilter({ type: "time", field: "created_at", op: "is_set" })).toMatchObject({ at: null, days: null });
  });

  test.each([{ type: "moon" }, { type: "and" }, { type: "text", field: "shoe", op: "equals" }, null, "and"])(
    "takes %j for no filter",
    (given) => expect(doc.readFilter(given)).toBeNull(),
  );
});

const tagged = (id: string): Node => conditionOf({ type: "tag", tag_id: id }, false, id);

describe("editing", () => {
  const root = groupOf("all", [tagged("a"), groupOf("any", [tagged("b"), tagged("c")], "g")], "root");

  test("adds at the end of the group that is named", () => {
    expect(filterOf(add(root, "g", tagged("d")))).toMatchObject({
      filters: [{}, { filters: [{}, {}, { tag_id: "d" }] }],
    });
  });

  test("takes out what a change gives null for", () => {
    expect(filterOf(change(root, "b", () => null))).toMatchObject({
      filters: [{ tag_id: "a" }, { filters: [{ tag_id: "c" }] }],
    });
  });

  test("moves within the group and never out of it", () => {
    expect(move(root, "c", -1).children[1]).toMatchObject({ children: [{ id: "c" }, { id: "b" }] });
    expect(move(root, "c", 1)).toEqual(root);
  });

  test("is its own opposite twice", () => {
    expect(negate(negate(root))).toEqual(root);
  });
});

describe("problemsOf", () => {
  test("finds nothing in what the API would take", () => {
    expect(problemsOf(groupOf("all", [tagged("a")]))).toEqual([]);
  });

  test.each<[string, doc.Leaf]>([
    ["tag", { type: "tag", tag_id: "" }],
    ["value", { type: "text", field: "name", op: "contains", value: " " }],
    ["long", { type: "text", field: "name", op: "contains", value: "x".repeat(201) }],
    ["days", { type: "time", field: "created_at", op: "within_days", at: null, days: 4000 }],
    ["moment", { type: "time", field: "created_at", op: "after", at: null, days: null }],
    ["stages", { type: "lifecycle", stages: [] }],
    ["score", { type: "lead_score", op: "at_least", value: 1.5 }],
    ["field", { type: "attribute", key: "", op: "is_set", value: null }],
  ])("names %s at the condition that lacks it", (key, lacking) => {
    expect(problemsOf(groupOf("all", [conditionOf(lacking, false, "x")]))).toEqual([{ id: "x", key }]);
  });

  test("counts levels as the API does, a not being one", () => {
    const nested = (levels: number): Node => (levels ? groupOf("none", [nested(levels - 1)]) : tagged("a"));
    expect(sizeOf(filterOf(nested(3))).depth).toBe(7);
    expect(problemsOf(groupOf("all", [nested(3)]))).toEqual([]);
    expect(problemsOf(groupOf("none", [nested(3)]))).toEqual([{ id: null, key: "deep" }]);
  });

  test("holds a group within fifty conditions, and names an empty one", () => {
    expect(
      problemsOf(
        groupOf(
          "all",
          Array.from({ length: 51 }, (_, at) => tagged(String(at))),
        ),
      ),
    ).toEqual([{ id: null, key: "many" }]);
    expect(problemsOf(groupOf("all", [], "root"))).toEqual([{ id: "root", key: "empty" }]);
  });
});
