import { expect, test } from "vitest";
import type { FlowDocument } from "./document";
import { searchNodes } from "./search";

const t = ((key: string) => (key.includes("question") ? "Pergunta" : key)) as never;
const at = { x: 0, y: 0 };
const document: FlowDocument = {
  nodes: [
    {
      id: "a",
      type: "message",
      data: { text: "Mande o boleto", buttons: [{ id: "1", title: "Segunda via" }] },
      position: at,
    },
    { id: "b", type: "question", data: { text: "Qual é o CPF?" }, position: at },
    { id: "c", type: "message", title: "Boleto pago", data: { text: "Obrigado" }, position: at },
  ],
  edges: [],
};
const found = (query: string) => searchNodes(document, query, t).map((hit) => hit.node.id);

test("finds by text at any depth, by kind and by name, without accents", () => {
  expect(found("segunda")).toEqual(["a"]);
  expect(found("pergunta")).toEqual(["b"]);
  expect(found("qual e")).toEqual(["b"]);
});

test("what is called so comes before what only says it", () => {
  expect(found("boleto")).toEqual(["c", "a"]);
});

test("every word must be there, and nothing finds all", () => {
  expect(found("boleto obrigado")).toEqual(["c"]);
  expect(found("nada")).toEqual([]);
  expect(found("")).toHaveLength(3);
});
