/** How something is marked on a picture of a flow. */
export type Mark = "added" | "removed" | "changed" | "path" | "current";
export type Marks = { nodes: Readonly<Record<string, Mark>>; edges: Readonly<Record<string, Mark>> };

export const NO_MARKS: Marks = { nodes: {}, edges: {} };

/** Marks a way that was taken, and where it stands. */
export function pathMarks(path: {
  nodeIds: readonly string[];
  edgeIds: readonly string[];
  current: string | null;
}): Marks {
  const nodes: Record<string, Mark> = Object.fromEntries(path.nodeIds.map((id) => [id, "path"]));
  if (path.current) nodes[path.current] = "current";
  return { nodes, edges: Object.fromEntries(path.edgeIds.map((id) => [id, "path"])) };
}
