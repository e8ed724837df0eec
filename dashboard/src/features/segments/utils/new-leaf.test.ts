import { describe, expect, test } from "vitest";
import { aboutField, newLeaf, opsOf } from "./new-leaf";
import { problemOf } from "./problems";

describe("aboutField", () => {
  const leaf = { type: "attribute", key: "plano", op: "contains", value: "ouro" } as const;

  test("keeps a comparison that the field's type allows", () => {
    expect(aboutField(leaf, { key: "cidade", type: "text" })).toMatchObject({
      key: "cidade",
      op: "contains",
      value: "",
    });
  });

  test("takes another comparison where the type knows it not", () => {
    expect(aboutField(leaf, { key: "pontos", type: "number" })).toMatchObject({ op: "equals", value: null });
  });

  test("begins a yes or no with yes, which can be kept at once", () => {
    expect(problemOf(aboutField(leaf, { key: "fiel", type: "boolean" }))).toBeNull();
  });
});

test("a list of choices is asked for one of them, never for being equal", () => {
  expect(opsOf("choices")).toEqual(["contains", "is_set", "is_empty"]);
});

test.each(["lifecycle", "time", "lead_score", "consent", "blocked", "open_conversation"] as const)(
  "a new condition on %s can be kept as it is",
  (type) => expect(problemOf(newLeaf(type))).toBeNull(),
);
