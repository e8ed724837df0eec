import type { Contact } from "@/api/contacts/get-contact";

/** Whose value a line of the outcome is. */
export type Source = "kept" | "merged" | "both" | "none";
export type MergeRow = { field: string; kept: unknown; merged: unknown; result: unknown; source: Source };

const isThere = (value: unknown): boolean => value !== null && value !== undefined && value !== "";

const TEXTS = ["name", "email", "username", "language", "time_zone"] as const;

const wasSeenLater = (one: Contact, other: Contact): boolean =>
  one.last_seen_at !== null && (other.last_seen_at === null || one.last_seen_at > other.last_seen_at);

const row = (field: string, kept: unknown, merged: unknown, source: Source, result: unknown): MergeRow => ({
  field,
  kept,
  merged,
  source,
  result,
});

/** The kept one's own value stays; where it has none, it takes the other's. */
function own(field: string, kept: unknown, merged: unknown): MergeRow {
  const source = isThere(kept) ? "kept" : isThere(merged) ? "merged" : "none";
  return row(field, kept, merged, source, source === "merged" ? merged : kept);
}

function phoneRow(kept: Contact, merged: Contact): MergeRow {
  const takes = merged.phone !== null && (kept.phone === null || wasSeenLater(merged, kept));
  const source = takes ? "merged" : kept.phone === null ? "none" : "kept";
  return row("phone", kept.phone, merged.phone, source, takes ? merged.phone : kept.phone);
}

const attributesOf = (contact: Contact): Record<string, unknown> =>
  typeof contact.attributes === "object" && contact.attributes !== null ? { ...contact.attributes } : {};

const named = (contact: Contact): string[] => (contact.tags ?? []).map((tag) => tag.name);

/** What a merge would make of two contacts, line by line, as the API does it; lines without a value are left out. */
export function mergePreview(kept: Contact, merged: Contact): MergeRow[] {
  const [ours, theirs] = [attributesOf(kept), attributesOf(merged)];
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const tags = [...new Set([...named(kept), ...named(merged)])];
  const blocked = kept.blocked_at ?? merged.blocked_at;
  return [
    own("name", kept.name, merged.name),
    phoneRow(kept, merged),
    ...TEXTS.slice(1).map((field) => own(field, kept[field], merged[field])),
    row("lifecycle_stage", kept.lifecycle_stage, merged.lifecycle_stage, "kept", kept.lifecycle_stage),
    row("lead_score", kept.lead_score, merged.lead_score, "both", kept.lead_score + merged.lead_score),
    row("tags", named(kept), named(merged), tags.length ? "both" : "none", tags),
    ...keys.map((key) => own(`attributes.${key}`, ours[key] ?? null, theirs[key] ?? null)),
    row(
      "blocked_at",
      kept.blocked_at,
      merged.blocked_at,
      blocked ? (kept.blocked_at ? "kept" : "merged") : "none",
      blocked,
    ),
    row(
      "conversations",
      kept.engagement.conversations,
      merged.engagement.conversations,
      "both",
      kept.engagement.conversations + merged.engagement.conversations,
    ),
  ].filter((one) => one.source !== "none");
}
