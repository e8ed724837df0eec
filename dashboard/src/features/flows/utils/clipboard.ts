import { z } from "zod";
import { kindOf } from "../nodes/registry";
import type { FlowDocument, FlowEdge, FlowNode, Point } from "./document";
import { freeId } from "./document";

const FORMAT = "pytake.flow-part";
const MAX_NODES = 500;

/** A part of a flow, as it lies on the clipboard. */
export type Fragment = { nodes: FlowNode[]; edges: FlowEdge[] };

const nodeShape = z.looseObject({
  id: z.string().min(1).max(200),
  type: z.string().refine((type) => kindOf(type) !== undefined),
  data: z.record(z.string(), z.unknown()),
  position: z.object({ x: z.number(), y: z.number() }),
});
const edgeShape = z.looseObject({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  source_handle: z.string().nullish(),
  condition: z.string().nullish(),
});
const fragmentShape = z.object({
  format: z.literal(FORMAT),
  nodes: z.array(nodeShape).min(1).max(MAX_NODES),
  edges: z.array(edgeShape).max(MAX_NODES * 10),
});

/** The chosen nodes with the edges between them. */
export function fragmentOf(document: FlowDocument, ids: readonly string[]): Fragment {
  const chosen = new Set(ids);
  return {
    nodes: document.nodes.filter((node) => chosen.has(node.id)),
    edges: document.edges.filter((edge) => chosen.has(edge.source) && chosen.has(edge.target)),
  };
}

/** What is written to the clipboard. */
export function fragmentText(fragment: Fragment): string {
  return JSON.stringify({ format: FORMAT, ...fragment });
}

/** Reads what is on the clipboard; null where it is no part of a flow that we know. */
export function readFragment(text: string): Fragment | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const read = fragmentShape.safeParse(value);
  return read.success ? { nodes: read.data.nodes, edges: read.data.edges } : null;
}

/** The fragment as it may be added to the document: with new ids, moved by `shift`, without starts, of which a flow has
 * one, and without edges whose ends did not come along. */
export function renewed(fragment: Fragment, document: FlowDocument, shift: Point): Fragment {
  const nodeIds = new Set(document.nodes.map((node) => node.id));
  const names = new Map<string, string>();
  const nodes = fragment.nodes
    .filter((node) => node.type !== "start")
    .map((node) => {
      const id = freeId("n", nodeIds);
      nodeIds.add(id);
      names.set(node.id, id);
      const position = { x: node.position.x + shift.x, y: node.position.y + shift.y };
      return { ...structuredClone(node), id, position };
    });
  const edgeIds = new Set(document.edges.map((edge) => edge.id));
  const edges = fragment.edges.flatMap((edge) => {
    const [source, target] = [names.get(edge.source), names.get(edge.target)];
    if (source === undefined || target === undefined) return [];
    const id = freeId("e", edgeIds);
    edgeIds.add(id);
    return [{ ...edge, id, source, target }];
  });
  return { nodes, edges };
}
