import { z } from "zod";
import type { Schema } from "@/api/types";

const found = z.object({
  headings: z.array(z.string()).default([]),
  suggested: z.record(z.string(), z.string()).default({}),
  preview: z
    .array(
      z.object({
        row_number: z.number(),
        values: z.record(z.string(), z.string()),
        errors: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
      }),
    )
    .default([]),
});
const plan = z.object({
  mapping: z.record(z.string(), z.string()).nullable().default(null),
  duplicates: z.enum(["skip", "update", "fill_empty"]).default("skip"),
  tag_ids: z.array(z.string()).default([]),
  creates_tags: z.boolean().default(true),
  legal_basis: z
    .enum(["consent", "contract", "legal_obligation", "legitimate_interest", "credit_protection"])
    .nullable()
    .default(null),
  consent_text: z.string().nullable().default(null),
});

/** What was found in a file: its headings, what they seem to mean, and its first rows as they would become. */
export type SheetFound = z.infer<typeof found>;
/** How a file is read: what its columns mean, and what is done with whom one knows already. */
export type Plan = z.infer<typeof plan>;

/** Reads what the API found in a file. */
export const readFound = (given: unknown): SheetFound => found.safeParse(given).data ?? found.parse({});

/** Reads an import's plan, whatever of it is not there being as the API takes it to be. */
export const readPlan = (given: unknown): Plan => plan.safeParse(given).data ?? plan.parse({});

/** What a column may hold besides the company's own fields. */
export const TARGETS = [
  "name",
  "phone",
  "email",
  "tags",
  "lifecycle_stage",
  "language",
  "time_zone",
  "consent.marketing",
  "consent.support",
  "consent.billing",
] as const;
const ATTRIBUTE = "attributes.";
const CONSENT = "consent.";
const IDENTIFYING: readonly string[] = ["phone", "email", "name"];

/** The target of a custom field. */
export const targetOfField = (field: Pick<Schema<"ContactFieldRow">, "key">): string => ATTRIBUTE + field.key;

/** The key of the custom field that a target means, or null. */
export const fieldOf = (target: string): string | null =>
  target.startsWith(ATTRIBUTE) ? target.slice(ATTRIBUTE.length) : null;

/** From a heading to what its column holds; columns that are left out are not in it. */
export type Mapping = Readonly<Record<string, string>>;

/** The mapping to begin with: as it was chosen before, else as the headings say, consents included. */
export function firstMapping(sheet: SheetFound, chosen: Mapping | null): Mapping {
  const known = new Set(sheet.headings);
  return Object.fromEntries(Object.entries(chosen ?? sheet.suggested).filter(([heading]) => known.has(heading)));
}

/** Says what a column holds (null: leave it out). Only tags may be in several columns: another one loses the target. */
export function assign(mapping: Mapping, heading: string, target: string | null): Mapping {
  const others = Object.entries(mapping).filter(
    ([name, held]) => name !== heading && (held !== target || target === "tags"),
  );
  return Object.fromEntries(target === null ? others : [...others, [heading, target]]);
}

/** Whether a mapping has a column with a yes or no to being written to. */
export const hasConsent = (mapping: Mapping): boolean =>
  Object.values(mapping).some((target) => target.startsWith(CONSENT));

/** Why a file cannot be read so, as keys of the texts. */
export function problemsOf(given: Plan): ("nobody" | "basis")[] {
  const mapping = given.mapping ?? {};
  const isAboutSomebody = Object.values(mapping).some((target) => IDENTIFYING.includes(target));
  const lacksBasis = hasConsent(mapping) && given.legal_basis === null;
  return [...(isAboutSomebody ? [] : (["nobody"] as const)), ...(lacksBasis ? (["basis"] as const) : [])];
}

/** The first values of each column, as they were understood; a column that was left out shows none. */
export function samplesOf(sheet: SheetFound, mapping: Mapping, heading: string, most = 3): string[] {
  const target = mapping[heading];
  const values = target ? sheet.preview.map((row) => row.values[target] ?? "") : [];
  return values.filter(Boolean).slice(0, most);
}
