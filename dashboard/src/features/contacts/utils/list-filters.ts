import type { ContactFilters } from "@/api/contacts/list-contacts";
import type { Schema } from "@/api/types";

export const STAGES = [
  "lead",
  "prospect",
  "customer",
  "churned",
] as const satisfies readonly Schema<"LifecycleStage">[];
export const SORTS = ["created_at", "name", "last_seen_at", "lead_score"] as const;

const among = <Word extends string>(words: readonly Word[], word: string | null): Word | undefined =>
  words.find((one) => one === word);

/** Reads the list's filters from an address; what it does not know is left out. */
export function filtersOf(params: URLSearchParams): ContactFilters {
  const q = params.get("q")?.trim();
  const tag = params.get("tag");
  const segment = params.get("segment");
  const lifecycle = among(STAGES, params.get("stage"));
  const blocked = among(["yes", "no"], params.get("blocked"));
  return {
    ...(q ? { q } : {}),
    ...(tag ? { tag } : {}),
    ...(segment ? { segment } : {}),
    ...(lifecycle ? { lifecycle } : {}),
    ...(blocked ? { blocked: blocked === "yes" } : {}),
    sort: among(SORTS, params.get("sort")) ?? "created_at",
    order: among(["asc", "desc"], params.get("order")) ?? "desc",
  };
}

/** Whether a list is narrowed by anything. */
export const isNarrowed = ({ q, tag, segment, lifecycle, blocked }: ContactFilters): boolean =>
  [q, tag, segment, lifecycle, blocked].some((one) => one !== undefined);

/** The same contacts as a filter of an export, as far as filters can say it: a search cannot be. */
export function exportFilterOf(filters: ContactFilters, segmentFilter: unknown): unknown {
  const conditions = [
    ...(filters.segment && segmentFilter ? [segmentFilter] : []),
    ...(filters.tag ? [{ type: "tag", tag_id: filters.tag }] : []),
    ...(filters.lifecycle ? [{ type: "lifecycle", stages: [filters.lifecycle] }] : []),
    ...(filters.blocked === undefined ? [] : [{ type: "blocked", value: filters.blocked }]),
  ];
  return conditions.length ? { type: "and", filters: conditions } : undefined;
}
