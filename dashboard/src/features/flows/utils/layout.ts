import { Graph, layout } from "@dagrejs/dagre";
import type { FlowDocument, Point } from "./document";
import { boxesOf, snapped } from "./geometry";

const BETWEEN_RANKS = 110;
const BETWEEN_NODES = 40;

/** Where each node goes when the flow is drawn from left to right. The same document always gives the same places. */
export function layoutOf(document: FlowDocument): Map<string, Point> {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", ranksep: BETWEEN_RANKS, nodesep: BETWEEN_NODES, edgesep: 20 });
  graph.setDefaultEdgeLabel(() => ({}));
  const boxes = boxesOf(document);
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  for (const { id, source, target } of document.edges) {
    if (boxes.has(source) && boxes.has(target) && source !== target) graph.setEdge(source, target, {}, id);
  }
  layout(graph);
  return new Map([...boxes.keys()].map((id) => [id, placeOf(graph.node(id))]));
}

/** dagre tells the middle of a node. */
function placeOf({ x, y, width, height }: Point & { width: number; height: number }): Point {
  return snapped({ x: x - width / 2, y: y - height / 2 });
}

/** The document with every node where the layout puts it. */
export function arranged(document: FlowDocument): FlowDocument {
  const places = layoutOf(document);
  return {
    ...document,
    nodes: document.nodes.map((node) => ({ ...node, position: places.get(node.id) ?? node.position })),
  };
}
