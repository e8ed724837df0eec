import { describe, expect, test } from "vitest";
import type { FlowDocument } from "./document";
import { allVariables, variablesAfter, variablesAt } from "./variables";

const node = (id: string, type: string, data: Record<string, unknown> = {}) => ({
  id,
  type,
  data,
  position: { x: 0, y: 0 },
});
const edge = (source: string, target: string, source_handle?: string) => ({
  id: `${source}-${target}-${source_handle ?? ""}`,
  source,
  target,
  ...(source_handle ? { source_handle } : {}),
});

const FLOW: FlowDocument = {
  variables: { tentativas: 0 },
  nodes: [
    node("s", "start"),
    node("nome", "question", { text: "?", save_as: "vars.nome" }),
    node("idade", "question", { text: "?", kind: "number", save_as: "idade" }),
    node("busca", "erp", { operation: "find_customer", save_as: "cliente" }),
    node("fim", "end"),
    node("alheio", "set_variable", { assignments: [{ name: "alheia", value: true }] }),
  ],
  edges: [
    edge("s", "nome"),
    edge("nome", "idade"),
    edge("nome", "fim", "timeout"),
    edge("idade", "busca"),
    edge("busca", "fim", "found"),
    edge("busca", "idade", "not_found"),
  ],
};

const at = (id: string, chatbot = {}) => new Map(variablesAt(FLOW, id, chatbot).map((one) => [one.name, one]));

describe("the variables at a node", () => {
  test("are those that the flow begins with and those that nodes before it write, with their types", () => {
    expect([...at("busca").values()]).toEqual([
      { name: "tentativas", type: "number", definedBy: null, isCertain: true },
      { name: "nome", type: "text", definedBy: "nome", isCertain: true },
      { name: "idade", type: "number", definedBy: "idade", isCertain: true },
      expect.objectContaining({ name: "cliente", definedBy: "busca", isCertain: false }),
    ]);
  });

  test("are doubtful where a way leads past what writes them", () => {
    expect(at("fim").get("nome")?.isCertain).toBe(false);
    expect(at("fim").get("idade")?.isCertain).toBe(false);
    expect(at("idade").get("nome")?.isCertain).toBe(true);
  });

  test("tell what lies in an answer whose shape is known", () => {
    expect(at("fim").get("cliente")?.fields).toMatchObject({ id: "text", contracts: "list" });
  });

  test("leave out what is written where no way leads here from", () => {
    expect(at("fim").has("alheia")).toBe(false);
    expect(allVariables(FLOW).map((one) => one.name)).toContain("alheia");
  });

  test("begin with the chatbot's, below the flow's own", () => {
    const found = at("nome", { tentativas: "x", empresa: "Aurora" });
    expect(found.get("empresa")?.type).toBe("text");
    expect(found.get("tentativas")?.type).toBe("number");
  });
});

test("a message that asks writes its variable only on the ways of its choices", () => {
  const flow: FlowDocument = {
    nodes: [
      node("s", "start"),
      node("m", "message", { text: "?", buttons: ["Sim"], save_as: "x" }),
      node("a", "end"),
      node("b", "end"),
    ],
    edges: [edge("s", "m"), edge("m", "a", "Sim"), edge("m", "b")],
  };
  expect(variablesAt(flow, "a")).toEqual([{ name: "x", type: "text", definedBy: "m", isCertain: true }]);
  expect(variablesAt(flow, "b")[0]?.isCertain).toBe(false);
});

test("the conditions of a node's edges see what it has just written", () => {
  const [before, after] = [variablesAt(FLOW, "nome"), variablesAfter(FLOW, "nome")].map((all) =>
    all.map((one) => one.name),
  );
  expect(before).not.toContain("nome");
  expect(after).toEqual([...(before ?? []), "nome"]);
});
