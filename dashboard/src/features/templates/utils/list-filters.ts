import type { TemplateFilters } from "@/api/templates/list-templates";
import type { Schema } from "@/api/types";
import { CATEGORIES } from "./draft";

export const STATUSES = [
  "approved",
  "pending",
  "rejected",
  "paused",
  "disabled",
  "in_appeal",
  "deleted",
  "archived",
] as const satisfies readonly Schema<"TemplateStatus">[];
export const QUALITIES = ["green", "yellow", "red", "unknown"] as const satisfies readonly Schema<"TemplateQuality">[];

const among = <Word extends string>(words: readonly Word[], word: string | null): Word | undefined =>
  words.find((one) => one === word);

/** What the list is narrowed by, as the address says; what it does not know is left out. */
export function filtersOf(params: URLSearchParams) {
  return {
    q: params.get("q")?.trim() || undefined,
    number: params.get("number") ?? undefined,
    status: among(STATUSES, params.get("status")),
    category: among(CATEGORIES, params.get("category")),
    language: params.get("language") ?? undefined,
    quality: among(QUALITIES, params.get("quality")),
  };
}

export type ListFilters = ReturnType<typeof filtersOf>;

/** The same as the API is asked; of the quality it knows no filter, so that is left to the screen. */
export function askedOf({ q, number, status, category, language }: ListFilters): TemplateFilters {
  return {
    ...(q ? { q } : {}),
    ...(number ? { whatsapp_config_id: number } : {}),
    ...(status ? { status } : {}),
    ...(category ? { category } : {}),
    ...(language ? { language } : {}),
  };
}
