import type { Schema } from "@/api/types";
import type { Marks } from "../../picture/marks";
import { type FlowDocument, readDocument } from "../../utils/document";

export type Kind = "added" | "removed" | "changed";
export type DiffItem = {
  kind: Kind;
  id: string;
  type: string | null;
  name: string | null;
  changes: Schema<"FieldChange">[];
};
export type DiffGroups = {
  nodes: DiffItem[];
  edges: DiffItem[];
  fields: Schema<"FieldChange">[];
  reordered: boolean;
  count: number;
};

/** The difference as it is listed: nodes, edges, and what is said of the flow itself; what is new first. */
export function groupDiff(diff: Schema<"FlowDiff">): DiffGroups {
  const [nodes, edges] = [itemsOf(diff.nodes), itemsOf(diff.edges)];
  const reordered = diff.edges.reordered ?? false;
  return {
    nodes,
    edges,
    fields: diff.fields,
    reordered,
    count: nodes.length + edges.length + diff.fields.length + Number(reordered),
  };
}

function itemsOf(changes: Schema<"ItemChanges">): DiffItem[] {
  const whole =
    (kind: Kind) =>
    (one: Record<string, unknown>): DiffItem => ({
      kind,
      id: textOf(one.id) ?? "",
      type: textOf(one.type),
      name: textOf(one.title) ?? wayOf(one),
      changes: [],
    });
  return [
    ...(changes.added ?? []).map(whole("added")),
    ...(changes.changed ?? []).map(({ id, type, changes: fields }): DiffItem => ({
      kind: "changed",
      id,
      type: type ?? null,
      name: null,
      changes: fields,
    })),
    ...(changes.removed ?? []).map(whole("removed")),
  ];
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value ? value : null);

/** An edge is called by what it joins. */
function wayOf(one: Record<string, unknown>): string | null {
  const [source, target] = [textOf(one.source), textOf(one.target)];
  return source && target ? `${source} → ${target}` : null;
}

/** The difference as colours. */
export function diffMarks({ nodes, edges }: Pick<DiffGroups, "nodes" | "edges">): Marks {
  const marks = (items: readonly DiffItem[]) => Object.fromEntries(items.map(({ id, kind }) => [id, kind]));
  return { nodes: marks(nodes), edges: marks(edges) };
}

/** The newer document, and with it what only the older one has, so that what was removed can be seen. */
export function unionOf(older: unknown, newer: unknown): FlowDocument {
  const [from, to] = [readDocument(older), readDocument(newer)];
  const missing = <Item extends { id: string }>(all: readonly Item[], known: readonly Item[]) => {
    const ids = new Set(known.map((one) => one.id));
    return all.filter((one) => !ids.has(one.id));
  };
  return {
    ...to,
    nodes: [...to.nodes, ...missing(from.nodes, to.nodes)],
    edges: [...to.edges, ...missing(from.edges, to.edges)],
  };
}
