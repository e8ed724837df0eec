import { describe, expect, test } from "vitest";
import { isPlaced, readDocument } from "./document";
import { GALLERY } from "./gallery.test-data";
import { boxesOf } from "./geometry";
import { arranged, layoutOf } from "./layout";
import { createCanvasEdges } from "./canvas-items";
import { edgesFrom, waysOf } from "./ways";

const t = ((key: string) => key) as never;

describe.each(GALLERY)("%s", (_, source) => {
  const document = readDocument(source);

  test("is read and written without loss", () => {
    expect(document).toEqual(source);
  });

  test("has every edge on a way that its node leaves by", () => {
    const strays = document.nodes.flatMap((node) =>
      waysOf(node, edgesFrom(document, node.id), t)
        .filter((way) => way.isStray)
        .map((way) => [node.id, way.handle]),
    );
    expect(strays).toEqual([]);
  });

  test("is drawn with all of its edges, each at a handle that the card has", () => {
    const drawn = createCanvasEdges()(document, { nodes: [], edges: [] });
    expect(drawn.map((edge) => edge.id)).toEqual(document.edges.map((edge) => edge.id));
    for (const edge of drawn) {
      const node = document.nodes.find((one) => one.id === edge.source)!;
      expect(waysOf(node, edgesFrom(document, node.id), t).map((way) => way.handle)).toContain(edge.sourceHandle);
    }
  });

  test("is laid out the same each time, with no card on another", () => {
    expect([...layoutOf(document)]).toEqual([...layoutOf(readDocument(structuredClone(source)))]);
    const boxes = [...boxesOf(arranged(document)).values()];
    const hits = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        ),
    );
    expect(hits).toEqual([]);
  });
});

test("React Flow's spelling of a handle becomes the document's", () => {
  const edge = (fields: object) => readDocument({ edges: [{ id: "e", source: "a", target: "b", ...fields }] }).edges[0];
  expect(edge({ sourceHandle: "Suporte" })).toEqual({ id: "e", source: "a", target: "b", source_handle: "Suporte" });
  expect(edge({ source_handle: "default", condition: "true" })).toEqual({
    id: "e",
    source: "a",
    target: "b",
    condition: "true",
  });
});

test("a node that does not say where it is makes the flow unplaced", () => {
  expect(isPlaced({ nodes: [{ id: "a", position: { x: 0, y: 0 } }] })).toBe(true);
  expect(isPlaced({ nodes: [{ id: "a" }] })).toBe(false);
  expect(readDocument({ nodes: [{ id: "a", type: "start", data: null }] }).nodes[0]).toEqual({
    id: "a",
    type: "start",
    data: {},
    position: { x: 0, y: 0 },
  });
});
