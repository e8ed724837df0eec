import { writeLeaf, type Filter, type Leaf } from "./document";

/** How deep and how wide the API lets a filter be. */
export const MAX_DEPTH = 8;
export const MAX_NODES = 100;
export const MAX_TOGETHER = 50;

/** What a group asks: all of its conditions, any, none, or not all of them. */
export const MODES = ["all", "any", "none", "not_all"] as const;
export type Mode = (typeof MODES)[number];

export type Group = { id: string; kind: "group"; mode: Mode; children: Node[] };
export type Condition = { id: string; kind: "condition"; isNegated: boolean; leaf: Leaf };
/** One place in the tree that people edit; a `not` of the document is part of what it stands before. */
export type Node = Group | Condition;

type MakeId = () => string;
const newId: MakeId = () => crypto.randomUUID();

export const groupOf = (mode: Mode, children: Node[] = [], id: string = newId()): Group => ({
  id,
  kind: "group",
  mode,
  children,
});

export const conditionOf = (leaf: Leaf, isNegated = false, id: string = newId()): Condition => ({
  id,
  kind: "condition",
  isNegated,
  leaf,
});

const negated: Record<Mode, Mode> = { all: "not_all", any: "none", none: "any", not_all: "all" };

/** Turns a node into its opposite. */
export function negate(node: Node): Node {
  return node.kind === "group" ? { ...node, mode: negated[node.mode] } : { ...node, isNegated: !node.isNegated };
}

function nodeOf(filter: Filter, makeId: MakeId): Node {
  switch (filter.type) {
    case "and":
    case "or":
      return groupOf(
        filter.type === "and" ? "all" : "any",
        filter.filters.map((one) => nodeOf(one, makeId)),
        makeId(),
      );
    case "not":
      return negate(nodeOf(filter.filter, makeId));
    default:
      return conditionOf(filter, false, makeId());
  }
}

/** Reads a filter as the tree that people edit; its root is always a group. */
export function treeOf(filter: Filter, makeId: MakeId = newId): Group {
  const root = nodeOf(filter, makeId);
  return root.kind === "group" ? root : groupOf("all", [root], makeId());
}

/** Writes a tree as the filter that the API keeps. */
export function filterOf(node: Node): Filter {
  if (node.kind === "condition") {
    const leaf = writeLeaf(node.leaf);
    return node.isNegated ? { type: "not", filter: leaf } : leaf;
  }
  const type = node.mode === "all" || node.mode === "not_all" ? "and" : "or";
  const filter: Filter = { type, filters: node.children.map(filterOf) };
  return node.mode === "none" || node.mode === "not_all" ? { type: "not", filter } : filter;
}

/** Gives the tree with one node changed, or taken out where the change says null. */
export function change(root: Group, id: string, by: (node: Node) => Node | null): Group {
  const walk = (node: Node): Node | null => {
    if (node.id === id) return by(node);
    if (node.kind === "condition") return node;
    return { ...node, children: node.children.map(walk).filter((child) => child !== null) };
  };
  const changed = walk(root);
  return changed?.kind === "group" ? changed : root;
}

/** Puts a node at the end of a group. */
export function add(root: Group, groupId: string, child: Node): Group {
  return change(root, groupId, (node) =>
    node.kind === "group" ? { ...node, children: [...node.children, child] } : node,
  );
}

/** Moves a node one place up or down among those beside it. */
export function move(root: Group, id: string, by: -1 | 1): Group {
  const walk = (group: Group): Group => {
    const place = group.children.findIndex((child) => child.id === id);
    const children = group.children.map((child) => (child.kind === "group" ? walk(child) : child));
    const [one, other] = [children[place], children[place + by]];
    if (place >= 0 && one && other) {
      children[place] = other;
      children[place + by] = one;
    }
    return { ...group, children };
  };
  return walk(root);
}

/** How many levels and conditions the API counts in a filter; a `not` is a level and a condition of its own. */
export function sizeOf(filter: Filter): { depth: number; nodes: number; widest: number } {
  const below =
    filter.type === "and" || filter.type === "or" ? filter.filters : filter.type === "not" ? [filter.filter] : [];
  const sizes = below.map(sizeOf);
  return {
    depth: 1 + Math.max(0, ...sizes.map((one) => one.depth)),
    nodes: 1 + sizes.reduce((sum, one) => sum + one.nodes, 0),
    widest: Math.max(below.length, ...sizes.map((one) => one.widest)),
  };
}
