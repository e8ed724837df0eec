import type { Schema } from "@/api/types";
import type { Overlay } from "../../stores/highlight";

/** Ends that nobody wanted: who stopped so has dropped off. To end, to be handed over or taken over, to wait still, is none. */
const DROPPED = ["expired", "failed"];

/** How many sessions dropped off at a node. */
export function droppedAt(node: Schema<"NodeNumbers">): number {
  return DROPPED.reduce((sum, status) => sum + (node.stopped_by_status[status] ?? 0), 0);
}

/** Which share of the sessions that came by dropped off there. */
export function dropShare(node: Schema<"NodeNumbers">): number {
  return node.sessions.count ? droppedAt(node) / node.sessions.count : 0;
}

/** The numbers as the canvas draws them: visits and drop-off on nodes; on edges, how often and which share of its node's. */
export function overlayOf({ nodes, edges }: Pick<Schema<"FlowAnalytics">, "nodes" | "edges">): Overlay {
  const left = new Map<string, number>();
  for (const { node, times } of edges) left.set(node, (left.get(node) ?? 0) + times);
  return {
    nodes: Object.fromEntries(
      nodes.map((node) => {
        const stops = droppedAt(node);
        return [node.node, { visits: node.visits, ...(stops ? { stops, share: dropShare(node) } : {}) }];
      }),
    ),
    edges: Object.fromEntries(
      edges.map(({ edge, node, times }) => [edge, { taken: times, ...share(times, left.get(node) ?? 0) }]),
    ),
  };
}

const share = (times: number, of: number) => (of ? { share: times / of } : {});

export type FunnelStep = { node: Schema<"NodeNumbers">; reached: number; dropped: number; share: number };

/** The nodes that sessions came by, those that most came by first; `reached` is the share of all that began. */
export function funnelOf({ nodes, total }: Pick<Schema<"FlowAnalytics">, "nodes" | "total">): FunnelStep[] {
  const started = total.started.count;
  return nodes
    .filter((node) => node.sessions.count > 0)
    .map((node) => ({
      node,
      reached: started ? Math.min(1, node.sessions.count / started) : 0,
      dropped: droppedAt(node),
      share: dropShare(node),
    }))
    .sort((one, other) => other.node.sessions.count - one.node.sessions.count);
}
