import type { FlowDocument, FlowNode } from "./document";
import { edgesBySource } from "./ways";

/** The nodes as a conversation meets them: from the start along the edges, then what nothing leads to. */
export function graphOrder(document: FlowDocument): FlowNode[] {
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const leaving = edgesBySource(document.edges);
  const ordered = new Set<FlowNode>();
  const roots = [...document.nodes].sort((one, other) => Number(other.type === "start") - Number(one.type === "start"));
  for (const root of roots) {
    const open = [root];
    for (let node = open.shift(); node; node = open.shift()) {
      if (ordered.has(node)) continue;
      ordered.add(node);
      for (const { target } of leaving.get(node.id) ?? []) {
        const next = byId.get(target);
        if (next && !ordered.has(next)) open.push(next);
      }
    }
  }
  return [...ordered];
}
