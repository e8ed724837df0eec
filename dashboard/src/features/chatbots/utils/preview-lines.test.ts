import { expect, test } from "vitest";
import { previewLines } from "./preview-lines";

const node = (id: string, type: string, data: object = {}) => ({ id, type, data });
const edge = (source: string, target: string) => ({ source, target });

test("tells what is said in the order in which one comes by it, with what can be pressed", () => {
  const document = {
    nodes: [
      node("fim", "end", { message: "Tchau" }),
      node("menu", "message", { text: "Qual?", buttons: ["Sim", { id: "n", title: "Não" }] }),
      node("lista", "question", { text: "Plano?", list: { sections: [{ rows: ["A"] }], rows: [{ title: "B" }] } }),
      node("inicio", "start"),
      node("solto", "message", { text: "Ninguém vem aqui" }),
    ],
    edges: [edge("inicio", "menu"), edge("menu", "lista"), edge("lista", "fim"), edge("lista", "menu")],
  };
  expect(previewLines(document)).toEqual([
    { id: "menu", text: "Qual?", choices: ["Sim", "Não"] },
    { id: "lista", text: "Plano?", choices: ["B", "A"] },
    { id: "fim", text: "Tchau", choices: [] },
  ]);
});

test.each([[null], [{}], [{ nodes: "no", edges: [1] }]])("has nothing to tell of %j", (document) => {
  expect(previewLines(document)).toEqual([]);
});

test("what two ways of one node lead to is said once", () => {
  const document = {
    nodes: [
      { id: "n1", type: "start", data: {} },
      { id: "n2", type: "message", data: { text: "Oi" } },
    ],
    edges: [
      { id: "e1", source: "n1", target: "n2" },
      { id: "e2", source: "n1", target: "n2", source_handle: "error" },
    ],
  };
  expect(previewLines(document).map((line) => line.id)).toEqual(["n2"]);
});
