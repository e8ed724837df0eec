import { DEFAULT_HANDLE, type Renamed } from "../nodes/kind";
import { kindOf } from "../nodes/registry";
import type { FlowDocument, FlowEdge, FlowNode, Point } from "./document";
import { freeId } from "./document";
import { drawnHandle } from "./ways";

/** Each of these changes the document that it is given, which the store makes a fresh one for. */

const START = "start";

export type Connection = { source: string; handle: string; target: string };

/** Why two nodes cannot be joined; null where they can. */
export function whyNotConnected(
  document: FlowDocument,
  { source, target }: Connection,
): "missing" | "into_start" | null {
  const [from, to] = [source, target].map((id) => document.nodes.find((node) => node.id === id));
  if (!from || !to) return "missing";
  return to.type === START ? "into_start" : null;
}

/** Joins a way out to a node. A way has one edge without a condition: the one that there is leads to the new target. */
export function connect(document: FlowDocument, connection: Connection): string | null {
  if (whyNotConnected(document, connection)) return null;
  const from = document.nodes.find((node) => node.id === connection.source);
  const present = document.edges.find(
    (edge) => edge.source === connection.source && !edge.condition && drawnHandle(from, edge) === connection.handle,
  );
  if (present) {
    present.target = connection.target;
    return present.id;
  }
  const edge: FlowEdge = { id: freeEdgeId(document), source: connection.source, target: connection.target };
  if (connection.handle !== DEFAULT_HANDLE) edge.source_handle = connection.handle;
  document.edges.push(edge);
  return edge.id;
}

/** Adds a node of a kind, of which `start` there is one at most. */
export function addNode(document: FlowDocument, type: string, position: Point): string | null {
  const kind = kindOf(type);
  if (!kind || (type === START && document.nodes.some((node) => node.type === START))) return null;
  const id = freeId("n", new Set(document.nodes.map((node) => node.id)));
  document.nodes.push({ id, type, data: kind.create(), position });
  return id;
}

/** Takes nodes and edges away, and with the nodes the edges that touch them. */
export function remove(document: FlowDocument, ids: { nodes: readonly string[]; edges: readonly string[] }): void {
  const [nodes, edges] = [new Set(ids.nodes), new Set(ids.edges)];
  document.nodes = document.nodes.filter((node) => !nodes.has(node.id));
  document.edges = document.edges.filter(
    (edge) => !edges.has(edge.id) && !nodes.has(edge.source) && !nodes.has(edge.target),
  );
}

/** Lets the flow begin with a node: the start leads there. */
export function setEntry(document: FlowDocument, id: string): void {
  const target = document.nodes.find((node) => node.id === id);
  if (!target || target.type === START) return;
  const position = { x: target.position.x - 360, y: target.position.y };
  const start = document.nodes.find((node) => node.type === START)?.id ?? addNode(document, START, position);
  if (start) connect(document, { source: start, handle: DEFAULT_HANDLE, target: id });
}

/** Changes an edge's condition, way or target; an empty condition is none. One that would be the second edge without a
 * condition on its way takes the other's place. */
export function changeEdge(
  document: FlowDocument,
  id: string,
  change: { condition?: string; handle?: string; target?: string },
): void {
  const edge = document.edges.find((one) => one.id === id);
  if (!edge) return;
  if (
    change.target !== undefined &&
    !whyNotConnected(document, { source: edge.source, handle: "", target: change.target })
  )
    edge.target = change.target;
  if (change.condition) edge.condition = change.condition;
  else if (change.condition === "") delete edge.condition;
  if (change.handle === DEFAULT_HANDLE) delete edge.source_handle;
  else if (change.handle !== undefined) edge.source_handle = change.handle;
  if (!edge.condition) dropRivals(document, edge);
}

/** Lets the edges of a way out go along when it gets another handle. */
export function renameHandle(document: FlowDocument, id: string, { from, to }: Renamed): void {
  for (const edge of document.edges) if (edge.source === id && edge.source_handle === from) edge.source_handle = to;
}

function dropRivals(document: FlowDocument, edge: FlowEdge): void {
  const from = document.nodes.find((node) => node.id === edge.source);
  const handle = drawnHandle(from, edge);
  document.edges = document.edges.filter(
    (other) =>
      other.id === edge.id || other.source !== edge.source || other.condition || drawnHandle(from, other) !== handle,
  );
}

/** Lets an edge be tried before the one of the same node that is tried before it now. */
export function raiseEdge(document: FlowDocument, id: string): void {
  const place = document.edges.findIndex((edge) => edge.id === id);
  const edge = document.edges[place];
  if (!edge) return;
  const before = document.edges.slice(0, place).findLastIndex((other) => other.source === edge.source);
  if (before < 0) return;
  document.edges.splice(place, 1);
  document.edges.splice(before, 0, edge);
}

export type Alignment = "left" | "top" | "spread_x" | "spread_y";

/** Where the nodes go when they are put in line, or at even distances between the outermost. */
export function alignedPlaces(nodes: readonly FlowNode[], how: Alignment): Map<string, Point> {
  const axis = how === "left" || how === "spread_x" ? "x" : "y";
  const sorted = [...nodes].sort((one, other) => one.position[axis] - other.position[axis]);
  const first = sorted[0]?.position[axis] ?? 0;
  const last = sorted.at(-1)?.position[axis] ?? 0;
  const step = how === "left" || how === "top" ? 0 : (last - first) / Math.max(1, sorted.length - 1);
  return new Map(
    sorted.map((node, index) => [node.id, { ...node.position, [axis]: Math.round(first + step * index) }]),
  );
}

function freeEdgeId(document: FlowDocument): string {
  return freeId("e", new Set(document.edges.map((edge) => edge.id)));
}
