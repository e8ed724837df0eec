import type { Schema } from "@/api/types";
import { ATTRIBUTE_OPS, type Leaf, type LeafType } from "./document";

type Field = Pick<Schema<"ContactFieldRow">, "key" | "type">;
type AttributeLeaf = Extract<Leaf, { type: "attribute" }>;
type AttributeOp = AttributeLeaf["op"];

/** A condition to begin with, of a kind. */
export function newLeaf(type: LeafType): Leaf {
  switch (type) {
    case "text":
      return { type, field: "name", op: "contains", value: "" };
    case "time":
      return { type, field: "last_seen_at", op: "within_days", at: null, days: 30 };
    case "attribute":
      return { type, key: "", op: "equals", value: "" };
    case "lead_score":
      return { type, op: "at_least", value: 10 };
    case "lifecycle":
      return { type, stages: ["customer"] };
    case "tag":
      return { type, tag_id: "" };
    case "consent":
      return { type, purpose: "marketing", state: "granted", channel: "whatsapp" };
    case "blocked":
      return { type, value: true };
    case "open_conversation":
      return { type, value: true };
  }
}

const OPS: Partial<Record<Field["type"], readonly AttributeOp[]>> = {
  number: ["equals", "not_equals", "at_least", "at_most", "is_set", "is_empty"],
  date: ["equals", "at_least", "at_most", "is_set", "is_empty"],
  boolean: ["equals", "is_set", "is_empty"],
  choice: ["equals", "not_equals", "is_set", "is_empty"],
  choices: ["contains", "is_set", "is_empty"],
};
const OF_TEXT: readonly AttributeOp[] = ["equals", "not_equals", "contains", "is_set", "is_empty"];

/** How values of a field can be compared; of one that nobody knows in every way. */
export const opsOf = (type: Field["type"] | undefined): readonly AttributeOp[] =>
  type === undefined ? ATTRIBUTE_OPS : (OPS[type] ?? OF_TEXT);

/** A condition about another field: compared as its type allows, with nothing yet. */
export function aboutField(leaf: AttributeLeaf, field: Field): AttributeLeaf {
  const ops = opsOf(field.type);
  const op = ops.includes(leaf.op) ? leaf.op : (ops[0] ?? "is_set");
  const value = field.type === "boolean" ? true : field.type === "number" ? null : "";
  return { type: "attribute", key: field.key, op, value };
}
