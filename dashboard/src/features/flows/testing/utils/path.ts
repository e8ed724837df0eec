import type { Path } from "../../stores/highlight";

/** A step as a rehearsal and a real session have it; one with a version stood in a flow that was jumped to. */
type Walked = { node: string; edge?: string | null; version?: string | null; version_id?: string | null };

/** The way that a conversation took through the flow on the canvas. Steps within other flows are not drawn on this one. */
export function pathOf(steps: readonly Walked[], current: string | null = null): Path {
  const own = steps.filter((step) => !(step.version ?? step.version_id));
  const edges = own.flatMap((step) => step.edge ?? []);
  return {
    nodeIds: [...new Set(own.map((step) => step.node))],
    edgeIds: [...new Set(edges)],
    current: current ?? own.at(-1)?.node ?? null,
  };
}
