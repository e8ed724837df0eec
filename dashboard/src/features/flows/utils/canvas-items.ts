import type { Edge, Node } from "@xyflow/react";
import type { FlowsT } from "../nodes/kind";
import type { Selection } from "../stores/editor";
import type { FlowDocument, FlowEdge, FlowNode, Point } from "./document";
import { sizeOf } from "./geometry";
import { graphOrder } from "./graph-order";
import { titleOf } from "./search";
import { drawnHandle, edgesBySource } from "./ways";

export type CanvasNode = Node<{ node: FlowNode }, "step">;
export type CanvasEdge = Edge<{ edge: FlowEdge }, "way">;

type NodeOptions = { t: FlowsT; selection: Selection; dragged: ReadonlyMap<string, Point>; isReadOnly: boolean };

const NO_EDGES: readonly FlowEdge[] = [];

/** Makes what React Flow draws of the document. What has not changed is the same object as before, so that only the
 * cards that changed are drawn again. */
export function createCanvasNodes() {
  const made = new Map<string, CanvasNode>();
  return (document: FlowDocument, { t, selection, dragged, isReadOnly }: NodeOptions): CanvasNode[] => {
    const leaving = edgesBySource(document.edges);
    const selected = new Set(selection.nodes);
    return graphOrder(document).map((node) => {
      const size = sizeOf(node, leaving.get(node.id) ?? NO_EDGES);
      const next: CanvasNode = {
        id: node.id,
        type: "step",
        data: { node },
        position: dragged.get(node.id) ?? node.position,
        selected: selected.has(node.id),
        draggable: !isReadOnly,
        ariaLabel: titleOf(node, t),
        ...size,
        measured: size,
      };
      const kept = made.get(node.id);
      if (kept && isSameNode(kept, next)) return kept;
      made.set(node.id, next);
      return next;
    });
  };
}

function isSameNode(one: CanvasNode, other: CanvasNode): boolean {
  return (
    one.data.node === other.data.node &&
    one.selected === other.selected &&
    one.draggable === other.draggable &&
    one.ariaLabel === other.ariaLabel &&
    one.height === other.height &&
    one.position.x === other.position.x &&
    one.position.y === other.position.y
  );
}

/** The edges, each drawn at the way out on which it lies. Those that lead to or from nothing cannot be drawn; the check
 * tells of them. */
export function createCanvasEdges() {
  const made = new Map<string, CanvasEdge>();
  return (document: FlowDocument, selection: Selection): CanvasEdge[] => {
    const nodes = new Map(document.nodes.map((node) => [node.id, node]));
    const selected = new Set(selection.edges);
    return document.edges.flatMap((edge) => {
      const source = nodes.get(edge.source);
      if (!source || !nodes.has(edge.target)) return [];
      const next = edgeOf(edge, drawnHandle(source, edge), selected.has(edge.id));
      const kept = made.get(edge.id);
      if (kept && isSameEdge(kept, next)) return [kept];
      made.set(edge.id, next);
      return [next];
    });
  };
}

function edgeOf(edge: FlowEdge, sourceHandle: string, selected: boolean): CanvasEdge {
  const { id, source, target } = edge;
  return { id, type: "way", source, target, sourceHandle, selected, focusable: false, data: { edge } };
}

function isSameEdge(one: CanvasEdge, other: CanvasEdge): boolean {
  return (
    one.data?.edge === other.data?.edge && one.sourceHandle === other.sourceHandle && one.selected === other.selected
  );
}
