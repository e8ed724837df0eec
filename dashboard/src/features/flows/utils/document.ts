import { DEFAULT_HANDLE } from "./handles";

export type Point = { x: number; y: number };

/** A node as the document has it; fields that we do not know stay where they are. */
export type FlowNode<Data = NodeData> = {
  id: string;
  type: string;
  data: Data;
  position: Point;
  [extra: string]: unknown;
};
export type NodeData = Record<string, unknown>;

/** A way from a node to another. `source_handle` is absent on the default way; `condition` is CEL. */
export type FlowEdge = {
  id: string;
  source: string;
  target: string;
  source_handle?: string | null;
  condition?: string | null;
  [extra: string]: unknown;
};

/** A flow as it is drawn. `trigger` is as written: a word with `trigger_value` beside it, or an object. */
export type FlowDocument = {
  nodes: FlowNode[];
  edges: FlowEdge[];
  name?: string;
  trigger?: unknown;
  trigger_value?: unknown;
  variables?: Record<string, unknown> | null;
  settings?: Record<string, unknown> | null;
  [extra: string]: unknown;
};

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const records = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(record) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads what the API keeps; what it accepted is always readable, and nothing of it is lost. */
export function readDocument(source: unknown): FlowDocument {
  const document = record(source);
  return { ...document, nodes: records(document.nodes).map(readNode), edges: records(document.edges).map(readEdge) };
}

/** Whether every node of the document says where it is drawn. */
export function isPlaced(source: unknown): boolean {
  return records(record(source).nodes).every((node) => readPoint(node.position) !== null);
}

function readNode(node: Record<string, unknown>): FlowNode {
  const position = readPoint(node.position) ?? { x: 0, y: 0 };
  return { ...node, id: text(node.id), type: text(node.type), data: record(node.data), position };
}

function readPoint(value: unknown): Point | null {
  const { x, y } = record(value);
  return Number.isFinite(x) && Number.isFinite(y) ? (value as Point) : null;
}

/** React Flow's own spelling becomes the document's, and a handle that says nothing is none. */
function readEdge({ sourceHandle, ...edge }: Record<string, unknown>): FlowEdge {
  const read: FlowEdge = { ...edge, id: text(edge.id), source: text(edge.source), target: text(edge.target) };
  const handle = text(edge.source_handle) || text(sourceHandle);
  if (handle && handle !== DEFAULT_HANDLE) read.source_handle = handle;
  else delete read.source_handle;
  return read;
}

/** The node by its id. */
export function nodeOf(document: FlowDocument, id: string): FlowNode | undefined {
  return document.nodes.find((node) => node.id === id);
}

/** An id that no node or edge has yet: `n1`, `n2`, … or `e1`, `e2`, …. */
export function freeId(prefix: "n" | "e", taken: ReadonlySet<string>): string {
  let number = taken.size + 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
