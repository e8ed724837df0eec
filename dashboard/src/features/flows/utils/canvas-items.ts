import { Position, type Edge, type Node, type NodeHandle } from "@xyflow/react";
import type { FlowsT } from "../nodes/kind";
import type { Selection } from "../stores/editor";
import type { FlowDocument, FlowEdge, FlowNode, Point } from "./document";
import { handlePlaces, sizeOf, type HandlePlace } from "./geometry";
import { graphOrder } from "./graph-order";
import { titleOf } from "./search";
import { isSameList } from "./same-list";
import { drawnHandle, edgesBySource } from "./ways";

export type CanvasNode = Node<{ node: FlowNode }, "step">;
export type CanvasEdge = Edge<{ edge: FlowEdge }, "way">;

type NodeOptions = { t: FlowsT; selection: Selection; dragged: ReadonlyMap<string, Point>; isReadOnly: boolean };

const NO_EDGES: readonly FlowEdge[] = [];

/** Makes what React Flow draws of the document. What has not changed is the same object as before, and where nothing
 * has, so is the list: only the cards that changed are drawn again. */
export function createCanvasNodes() {
  const made = new Map<string, CanvasNode>();
  const same = createSameList<CanvasNode>();
  let spoken: FlowsT | null = null;
  return (document: FlowDocument, { t, selection, dragged, isReadOnly }: NodeOptions): CanvasNode[] => {
    const leaving = edgesBySource(document.edges);
    const selected = new Set(selection.nodes);
    const isSpoken = spoken === t;
    spoken = t;
    const nodes = graphOrder(document).map((node) => {
      const kept = made.get(node.id);
      const from = leaving.get(node.id) ?? NO_EDGES;
      const isNamed = isSpoken && kept?.data.node === node;
      const next: CanvasNode = {
        id: node.id,
        type: "step",
        data: { node },
        position: dragged.get(node.id) ?? node.position,
        selected: selected.has(node.id),
        draggable: !isReadOnly,
        ariaLabel: (isNamed && kept.ariaLabel) || titleOf(node, t),
        ...drawnOf(node, from),
      };
      if (kept && isSameNode(kept, next)) return kept;
      made.set(node.id, next);
      return next;
    });
    return same(nodes);
  };
}

type Drawn = Pick<CanvasNode, "width" | "height" | "measured" | "handles">;
const drawn = new WeakMap<FlowNode, { leaving: readonly FlowEdge[]; drawn: Drawn }>();

/** The card's size and where its handles are, told beforehand: what is out of sight is never measured, and yet edges lead there. */
function drawnOf(node: FlowNode, leaving: readonly FlowEdge[]): Drawn {
  const known = drawn.get(node);
  if (known && isSameList(known.leaving, leaving)) return known.drawn;
  const size = sizeOf(node, leaving);
  const made: Drawn = { ...size, measured: size, handles: handlePlaces(node, leaving).map(handleOf) };
  drawn.set(node, { leaving, drawn: made });
  return made;
}

const handleOf = ({ id, isTarget, ...box }: HandlePlace): NodeHandle => ({
  id,
  ...box,
  type: isTarget ? "target" : "source",
  position: isTarget ? Position.Left : Position.Right,
});

/** Gives the list before in place of an equal one. */
function createSameList<Item>() {
  let before: Item[] = [];
  return (items: Item[]): Item[] => {
    if (!isSameList(before, items)) before = items;
    return before;
  };
}

function isSameNode(one: CanvasNode, other: CanvasNode): boolean {
  return (
    one.data.node === other.data.node &&
    one.selected === other.selected &&
    one.draggable === other.draggable &&
    one.ariaLabel === other.ariaLabel &&
    one.handles === other.handles &&
    one.position.x === other.position.x &&
    one.position.y === other.position.y
  );
}

/** The edges, each drawn at the way out on which it lies. Those that lead to or from nothing cannot be drawn; the check
 * tells of them. */
export function createCanvasEdges() {
  const made = new Map<string, CanvasEdge>();
  const same = createSameList<CanvasEdge>();
  return (document: FlowDocument, selection: Selection): CanvasEdge[] => {
    const nodes = new Map(document.nodes.map((node) => [node.id, node]));
    const selected = new Set(selection.edges);
    const edges = document.edges.flatMap((edge) => {
      const source = nodes.get(edge.source);
      if (!source || !nodes.has(edge.target)) return [];
      const next = edgeOf(edge, drawnHandle(source, edge), selected.has(edge.id));
      const kept = made.get(edge.id);
      if (kept && isSameEdge(kept, next)) return [kept];
      made.set(edge.id, next);
      return [next];
    });
    return same(edges);
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
