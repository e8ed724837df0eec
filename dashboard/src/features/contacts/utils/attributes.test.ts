import { describe, expect, test } from "vitest";
import { attributeOf, changedAttributes, formValueOf, shownValue, type ContactField } from "./attributes";

const field = (key: string, type: ContactField["type"]): ContactField => ({
  id: key,
  key,
  label: key,
  type,
  options: [],
  is_required: false,
  place: 0,
  version: 0,
  created_at: "",
  updated_at: "",
});
const words = { yes: "Sim", no: "Não" };

describe("shownValue", () => {
  test.each<[unknown, ContactField["type"], string]>([
    ["39053344705", "document", "390.533.447-05"],
    ["11222333000181", "document", "11.222.333/0001-81"],
    ["2026-08-12", "date", "8/12/26"],
    [true, "boolean", "Sim"],
    [["a", "b"], "choices", "a, b"],
    [1234.5, "number", "1,234.5"],
    [null, "text", ""],
  ])("shows %j of type %s", (value, type, shown) => expect(shownValue(value, type, words)).toBe(shown));
});

test("attributeOf writes what the API takes", () => {
  expect(attributeOf("1234,5", "number")).toBe(1234.5);
  expect(attributeOf("muito", "number")).toBe("muito");
  expect(attributeOf("false", "boolean")).toBe(false);
  expect(attributeOf("  ", "text")).toBeNull();
  expect(attributeOf([], "choices")).toBeNull();
});

test.each<[unknown, ContactField["type"]]>([
  [12.5, "number"],
  [true, "boolean"],
  [["a"], "choices"],
  ["x", "text"],
])("a form gives %j back as it was", (value, type) =>
  expect(attributeOf(formValueOf(value, type), type)).toEqual(value),
);

test("changedAttributes names what differs, a value taken away included", () => {
  const fields = [field("plano", "text"), field("pontos", "number"), field("cidade", "text")];

  expect(changedAttributes(fields, { plano: "ouro", pontos: 3 }, { plano: "", pontos: "3", cidade: "Natal" })).toEqual({
    plano: null,
    cidade: "Natal",
  });
});
