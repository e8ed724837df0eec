import { z } from "zod";

export const FIELDS = [
  "status",
  "handler",
  "priority",
  "assigned_to",
  "department_id",
  "whatsapp_config_id",
  "message_type",
  "contact_language",
  "contact_stage",
] as const;
export const NUMBERS = ["inbound_count", "waiting_minutes", "lead_score"] as const;
export const HOWS = ["contains", "equals", "starts"] as const;

const texts = z.array(z.string());
const leaf = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("is"), field: z.enum(FIELDS), any_of: texts }),
  z.strictObject({ type: z.literal("at_least"), number: z.enum(NUMBERS), value: z.number().int() }),
  z.strictObject({ type: z.literal("tag"), tag_ids: texts }),
  z.strictObject({ type: z.literal("attribute"), name: z.string(), any_of: texts }),
  z.strictObject({ type: z.literal("says"), words: texts, how: z.enum(HOWS).default("contains") }),
  z.strictObject({ type: z.literal("open_now"), is_open: z.boolean().default(true) }),
]);
const group = z.strictObject({ type: z.enum(["all", "any"]), conditions: z.array(z.unknown()).default([]) });
const negation = z.strictObject({ type: z.literal("not"), condition: z.unknown() });

export type Leaf = z.infer<typeof leaf>;
export type LeafType = Leaf["type"];
/** A question; one that the form cannot show, such as a group within a group, is kept as it is. */
export type Row = { not: boolean; condition: Leaf | { type: "kept"; document: unknown } };
export type Conditions = { match: "all" | "any"; rows: Row[] };

export const LEAF_TYPES: readonly LeafType[] = ["says", "is", "tag", "at_least", "attribute", "open_now"];

function rowOf(document: unknown): Row {
  const plain = leaf.safeParse(document);
  if (plain.success) return { not: false, condition: plain.data };
  const denied = negation.safeParse(document);
  const inner = denied.success ? leaf.safeParse(denied.data.condition) : null;
  if (inner?.success) return { not: true, condition: inner.data };
  return { not: false, condition: { type: "kept", document } };
}

/** A rule's conditions as the form shows them. */
export function readConditions(document: unknown): Conditions {
  if (document === null || document === undefined) return { match: "all", rows: [] };
  const found = group.safeParse(document);
  if (found.success) return { match: found.data.type, rows: found.data.conditions.map(rowOf) };
  return { match: "all", rows: [rowOf(document)] };
}

const filled = (values: readonly string[]): string[] => values.map((one) => one.trim()).filter((one) => one !== "");

function leafDocument(condition: Leaf): unknown {
  switch (condition.type) {
    case "says":
      return { ...condition, words: filled(condition.words) };
    case "attribute":
      return { ...condition, any_of: filled(condition.any_of) };
    default:
      return condition;
  }
}

function documentOf({ not, condition }: Row): unknown {
  const document = condition.type === "kept" ? condition.document : leafDocument(condition);
  return not ? { type: "not", condition: document } : document;
}

/** The document that the API keeps; null where nothing is asked. */
export function writeConditions({ match, rows }: Conditions): unknown {
  return rows.length === 0 ? null : { type: match, conditions: rows.map(documentOf) };
}

/** Whether a question lacks what it asks for. */
export function isUnfinished({ condition }: Row): boolean {
  switch (condition.type) {
    case "is":
      return condition.any_of.length === 0;
    case "tag":
      return condition.tag_ids.length === 0;
    case "says":
      return filled(condition.words).length === 0;
    case "attribute":
      return condition.name === "" || filled(condition.any_of).length === 0;
    default:
      return false;
  }
}

/** A question of a kind, not yet filled in. */
export function emptyLeaf(type: LeafType): Leaf {
  switch (type) {
    case "is":
      return { type, field: "status", any_of: [] };
    case "at_least":
      return { type, number: "waiting_minutes", value: 5 };
    case "tag":
      return { type, tag_ids: [] };
    case "attribute":
      return { type, name: "", any_of: [] };
    case "says":
      return { type, words: [], how: "contains" };
    case "open_now":
      return { type, is_open: false };
  }
}
