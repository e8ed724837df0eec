import { filterOf, MAX_DEPTH, MAX_NODES, MAX_TOGETHER, sizeOf, type Group, type Node } from "./conditions";
import type { Leaf } from "./document";

/** Longest ago, in days, that a condition on a time may ask for, and the longest text it may compare with. */
export const MAX_DAYS = 3_650;
export const MAX_VALUE = 200;
const MAX_SCORE = 1_000_000;

/** Why a filter cannot be kept: a key of the texts, at a node or (null) of the whole. */
export type Problem = { id: string | null; key: string };

const isBare = (op: string): boolean => op === "is_set" || op === "is_empty";

/** Says what one condition lacks, as a key of the texts, or null. */
export function problemOf(leaf: Leaf): string | null {
  switch (leaf.type) {
    case "text":
      if (isBare(leaf.op)) return null;
      return leaf.value.trim() === "" ? "value" : leaf.value.length > MAX_VALUE ? "long" : null;
    case "time":
      if (leaf.op === "before" || leaf.op === "after") return leaf.at ? null : "moment";
      if (isBare(leaf.op)) return null;
      return leaf.days !== null && Number.isInteger(leaf.days) && leaf.days >= 0 && leaf.days <= MAX_DAYS
        ? null
        : "days";
    case "attribute":
      if (!leaf.key) return "field";
      if (isBare(leaf.op)) return null;
      if (leaf.value === null || leaf.value === "" || Number.isNaN(leaf.value)) return "value";
      return typeof leaf.value === "string" && leaf.value.length > MAX_VALUE ? "long" : null;
    case "lead_score":
      return Number.isInteger(leaf.value) && Math.abs(leaf.value) <= MAX_SCORE ? null : "score";
    case "lifecycle":
      return leaf.stages.length ? null : "stages";
    case "tag":
      return leaf.tag_id ? null : "tag";
    default:
      return null;
  }
}

/** Everything that keeps a tree from being saved. */
export function problemsOf(root: Group): Problem[] {
  const found: Problem[] = [];
  const walk = (node: Node): void => {
    if (node.kind === "condition") {
      const key = problemOf(node.leaf);
      if (key) found.push({ id: node.id, key });
      return;
    }
    if (!node.children.length) found.push({ id: node.id, key: "empty" });
    node.children.forEach(walk);
  };
  walk(root);
  const size = sizeOf(filterOf(root));
  if (size.depth > MAX_DEPTH) found.push({ id: null, key: "deep" });
  if (size.nodes > MAX_NODES || size.widest > MAX_TOGETHER) found.push({ id: null, key: "many" });
  return found;
}
