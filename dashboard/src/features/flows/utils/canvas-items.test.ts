import { expect, test } from "vitest";
import type { FlowsT } from "../nodes/kind";
import { createCanvasEdges, createCanvasNodes } from "./canvas-items";
import type { FlowDocument } from "./document";
import { CARD } from "./geometry";

const t = ((key: string) => key) as unknown as FlowsT;
const selection = { nodes: [], edges: [] };
const options = { t, selection, dragged: new Map(), isReadOnly: false };
const document: FlowDocument = {
  nodes: [
    { id: "n1", type: "start", data: {}, position: { x: 0, y: 0 } },
    { id: "n2", type: "message", data: { text: "Oi" }, position: { x: 400, y: 0 } },
  ],
  edges: [{ id: "e1", source: "n1", target: "n2" }],
};

test("typing draws one card again, and no edge", () => {
  const [makeNodes, makeEdges] = [createCanvasNodes(), createCanvasEdges()];
  const [nodes, edges] = [makeNodes(document, options), makeEdges(document, selection)];
  const [start, message] = document.nodes;
  const typed = { ...document, nodes: [start, { ...message, data: { text: "Olá" } }] } as FlowDocument;

  expect(makeNodes(typed, options).map((each, index) => each === nodes[index])).toEqual([true, false]);
  expect(makeEdges(typed, selection)).toBe(edges);
});

test("a change beside nodes and edges draws nothing again", () => {
  const makeNodes = createCanvasNodes();
  const nodes = makeNodes(document, options);
  expect(makeNodes({ ...document, name: "Outro" }, options)).toBe(nodes);
});

test("a card tells where its handles are: one on the left, one a way on the right, within it", () => {
  const [start, message] = createCanvasNodes()(document, options);
  expect(start?.handles?.map((handle) => handle.type)).toEqual(["source"]);
  const [target, ...ways] = message?.handles ?? [];
  expect(target).toMatchObject({ type: "target", id: null });
  expect(ways.length).toBeGreaterThan(0);
  for (const [index, way] of ways.entries()) {
    expect(way.y).toBeLessThan(message?.height ?? 0);
    expect(way.y - (ways[0]?.y ?? 0)).toBe(index * CARD.way);
  }
});
