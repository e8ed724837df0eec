import { z } from "zod";

export const TEXT_FIELDS = ["name", "phone", "email", "username", "language", "time_zone", "source"] as const;
export const TEXT_OPS = ["equals", "not_equals", "contains", "starts_with", "is_set", "is_empty"] as const;
export const TIME_FIELDS = ["created_at", "first_seen_at", "last_seen_at"] as const;
export const TIME_OPS = ["within_days", "not_within_days", "before", "after", "is_set", "is_empty"] as const;
export const NUMBER_OPS = ["equals", "at_least", "at_most"] as const;
export const ATTRIBUTE_OPS = ["equals", "not_equals", "contains", "at_least", "at_most", "is_set", "is_empty"] as const;
export const STAGES = ["lead", "prospect", "customer", "churned"] as const;
export const PURPOSES = ["marketing", "support", "billing"] as const;
export const CONSENT_STATES = ["granted", "refused", "unknown"] as const;

/** The channel that a consent is about when a filter names none. */
const WHATSAPP = "whatsapp";

const text = z.strictObject({
  type: z.literal("text"),
  field: z.enum(TEXT_FIELDS),
  op: z.enum(TEXT_OPS),
  value: z.string().default(""),
});
const time = z.strictObject({
  type: z.literal("time"),
  field: z.enum(TIME_FIELDS),
  op: z.enum(TIME_OPS),
  at: z.string().nullable().default(null),
  days: z.number().nullable().default(null),
});
const attribute = z.strictObject({
  type: z.literal("attribute"),
  key: z.string(),
  op: z.enum(ATTRIBUTE_OPS),
  value: z.union([z.boolean(), z.number(), z.string()]).nullable().default(null),
});
const leadScore = z.strictObject({ type: z.literal("lead_score"), op: z.enum(NUMBER_OPS), value: z.number() });
const lifecycle = z.strictObject({ type: z.literal("lifecycle"), stages: z.array(z.enum(STAGES)) });
const tag = z.strictObject({ type: z.literal("tag"), tag_id: z.string() });
const consent = z.strictObject({
  type: z.literal("consent"),
  purpose: z.enum(PURPOSES),
  state: z.enum(CONSENT_STATES),
  channel: z.string().default(WHATSAPP),
});
const blocked = z.strictObject({ type: z.literal("blocked"), value: z.boolean().default(true) });
const openConversation = z.strictObject({ type: z.literal("open_conversation"), value: z.boolean().default(true) });

const leaf = z.discriminatedUnion("type", [
  text,
  time,
  attribute,
  leadScore,
  lifecycle,
  tag,
  consent,
  blocked,
  openConversation,
]);

/** One condition of a filter, with nothing below it. */
export type Leaf = z.infer<typeof leaf>;
export type LeafType = Leaf["type"];

/** A segment's filter as the API keeps it. */
export type Filter = { type: "and" | "or"; filters: Filter[] } | { type: "not"; filter: Filter } | Leaf;

const filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.enum(["and", "or"]), filters: z.array(filter) }),
    z.strictObject({ type: z.literal("not"), filter }),
    leaf,
  ]),
);

/** Reads what the API gives as a segment's filter; null where it is none that this screen knows. */
export function readFilter(given: unknown): Filter | null {
  const read = filter.safeParse(given);
  return read.success ? read.data : null;
}

/** Writes one condition as the API takes it: without what its comparison does not use. */
export function writeLeaf(one: Leaf): Leaf {
  if (one.type === "time") {
    const { type, field, op } = one;
    if (op === "before" || op === "after") return { type, field, op, at: one.at, days: null };
    const days = op === "within_days" || op === "not_within_days" ? one.days : null;
    return { type, field, op, at: null, days };
  }
  const isBare = "op" in one && (one.op === "is_set" || one.op === "is_empty");
  if (one.type === "text" && isBare) return { ...one, value: "" };
  if (one.type === "attribute" && isBare) return { ...one, value: null };
  return one;
}
