import type { FlowDocument } from "./document";

export type Differences = { added: number; removed: number; changed: number };

/** How many nodes and edges `after` has more, fewer and otherwise than `before`. Where nodes are drawn does not count. */
export function differencesOf(before: FlowDocument, after: FlowDocument): Differences {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const ids = [...now.keys()];
  return {
    added: ids.filter((id) => !old.has(id)).length,
    removed: [...old.keys()].filter((id) => !now.has(id)).length,
    changed: ids.filter((id) => old.has(id) && old.get(id) !== now.get(id)).length,
  };
}

/** Whether two documents are the same, but for where their nodes are drawn. */
export function isSameDocument(one: FlowDocument, other: FlowDocument): boolean {
  return one === other || written(unplaced(one)) === written(unplaced(other));
}

const unplaced = ({ nodes, ...rest }: FlowDocument) => ({
  ...rest,
  nodes: nodes.map((node) => ({ ...node, position: null })),
});

function itemsOf({ nodes, edges }: FlowDocument): Map<string, string> {
  return new Map([
    ...nodes.map((node) => [`n ${node.id}`, written({ ...node, position: null })] as const),
    ...edges.map((edge) => [`e ${edge.id}`, written(edge)] as const),
  ]);
}

/** JSON in which the order of keys does not count. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
