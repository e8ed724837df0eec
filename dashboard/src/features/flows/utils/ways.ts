import { DEFAULT_HANDLE, type FlowsT, type Output } from "../nodes/kind";
import { kindOf } from "../nodes/registry";
import type { FlowDocument, FlowEdge, FlowNode } from "./document";
import { groupBy } from "./group-by";
import { fold } from "./handles";

/** A way out of a node with the edges on it. A stray one is left over: the node does not leave by its handle. */
export type Way = Output & { edges: readonly FlowEdge[]; isStray?: boolean };

const NONE: readonly FlowEdge[] = [];
const indexes = new WeakMap<readonly FlowEdge[], Map<string, FlowEdge[]>>();

/** The edges that leave a node, in the order in which they are tried. */
export function edgesFrom(document: FlowDocument, id: string): readonly FlowEdge[] {
  return edgesBySource(document.edges).get(id) ?? NONE;
}

/** The same for all nodes at once. A list of edges is never changed, so that it is looked through once. */
export function edgesBySource(edges: readonly FlowEdge[]): ReadonlyMap<string, readonly FlowEdge[]> {
  const known = indexes.get(edges);
  if (known) return known;
  const found = groupBy(edges, (edge) => edge.source);
  indexes.set(edges, found);
  return found;
}

/** The handle of an edge; of the default way too. */
export function handleOf(edge: FlowEdge): string {
  return edge.source_handle || DEFAULT_HANDLE;
}

/** The ways out of a node, its outputs first, then whatever else edges leave it by. Every edge lies on one of them. */
export function waysOf(node: FlowNode, leaving: readonly FlowEdge[], t: FlowsT): Way[] {
  const outputs = outputsOf(node, t);
  const ways = outputs.map((output): Way & { edges: FlowEdge[] } => ({ ...output, edges: [] }));
  for (const edge of leaving) {
    const place = outputIndex(outputs, handleOf(edge));
    const known = place >= 0 ? ways[place] : ways.find((way) => fold(way.handle) === fold(handleOf(edge)));
    if (known) known.edges.push(edge);
    else ways.push({ ...extra(handleOf(edge), t), edges: [edge] });
  }
  return ways;
}

/** The handle to draw an edge at: that of the way on which it lies. */
export function drawnHandle(node: FlowNode | undefined, edge: FlowEdge): string {
  if (!node) return handleOf(edge);
  const outputs = outputsOf(node, wordless);
  return outputs[outputIndex(outputs, handleOf(edge))]?.handle ?? handleOf(edge);
}

/** The handles of the ways that a node's card shows; the same in every language. */
export function handlesOf(node: FlowNode, leaving: readonly FlowEdge[]): string[] {
  return waysOf(node, leaving, wordless).map((way) => way.handle);
}

/** How many these are. */
export function countWays(node: FlowNode, leaving: readonly FlowEdge[]): number {
  return handlesOf(node, leaving).length;
}

/** Whether a node's card has a summary; the same in every language. */
export function hasSummary(node: FlowNode): boolean {
  return Boolean(kindOf(node.type)?.summary(node.data, wordless));
}

const wordless = ((key: string) => key) as unknown as FlowsT;

function outputsOf(node: FlowNode, t: FlowsT): readonly Output[] {
  const kind = kindOf(node.type);
  return kind ? kind.outputs(node.data, t) : [];
}

/** Equal spelling wins, then what people read the same: as the engine chooses. */
function outputIndex(outputs: readonly Output[], handle: string): number {
  const exact = outputs.findIndex((output) => output.handle === handle || output.aliases?.includes(handle));
  if (exact >= 0) return exact;
  const folded = fold(handle);
  return outputs.findIndex((output) => [output.handle, ...(output.aliases ?? [])].some((one) => fold(one) === folded));
}

function extra(handle: string, t: FlowsT): Output & { isStray?: boolean } {
  if (handle === DEFAULT_HANDLE) return { handle, label: t("editor.ways.other"), optional: true };
  return { handle, label: handle, isStray: true, tone: "trouble" };
}
