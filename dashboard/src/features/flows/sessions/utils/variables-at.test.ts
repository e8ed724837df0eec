import { expect, test } from "vitest";
import type { Schema } from "@/api/types";
import { readDocument } from "../../utils/document";
import { variablesAt } from "./variables-at";

const document = readDocument({
  variables: { total: 0 },
  nodes: [
    { id: "menu", type: "message", data: { text: "?", buttons: [{ id: "s", title: "Sim" }], save_as: "quer" } },
    { id: "conta", type: "set_variable", data: { assignments: [{ name: "total", value: 5 }] } },
    { id: "tag", type: "set_variable", data: { scope: "contact", assignments: [{ name: "plano", value: "x" }] } },
    { id: "busca", type: "erp", data: { operation: "plans", save_as: "planos" } },
  ],
  edges: [],
});
const step = (node: string, event: string, values: object = {}): Schema<"StepRow"> => ({
  sprint: 1,
  node,
  type: "",
  event,
  at: "2026-01-05T12:00:00Z",
  after_ms: 0,
  version_id: null,
  edge: null,
  reason: null,
  values: values as never,
  effects: [],
});
const session = {
  variables: { total: 5, quer: "Sim", planos: ["A"] },
  steps: [
    step("menu", "asked"),
    step("menu", "answered", { choice: "s" }),
    step("conta", "set", { set: { total: 5 } }),
    step("tag", "set", { set: { plano: "x" } }),
    step("busca", "answered", { found: true }),
    step("fim", "ended"),
  ],
};

test.each([
  [0, { total: 0 }, []],
  [1, { total: 0, quer: "Sim" }, ["quer"]],
  [2, { total: 5, quer: "Sim" }, ["total"]],
  [3, { total: 5, quer: "Sim" }, []],
  [4, { total: 5, quer: "Sim", planos: ["A"] }, ["planos"]],
  [5, session.variables, []],
])("knows after step %i what was set, chosen and brought", (index, variables, changed) => {
  const known = variablesAt(session, document, index);
  expect([known.variables, [...known.changed]]).toEqual([variables, changed]);
});
