import type { Schema } from "@/api/types";

export type ParameterFormat = Schema<"ParameterFormat">;

const GAP = /\{\{\s*([^{}]*?)\s*\}\}/g;
const NUMBER = /^[1-9][0-9]{0,2}$/;
const NAME = /^[a-z][a-z0-9_]{0,59}$/;
const ADJACENT = /\}\}\s*\{\{/;

/** Gaps as texts name them: within a text of ours they would be blanks themselves. */
export const SHOWN_GAPS = { one: "{{1}}", some: "{{nome}}" };

/** The gaps of a text, each once: numbers in their order, names in order of appearance. */
export function gapsOf(text: string): string[] {
  const found = [...new Set([...text.matchAll(GAP)].map(([, name]) => name ?? ""))];
  return found.every((name) => NUMBER.test(name)) ? found.sort((one, other) => Number(one) - Number(other)) : found;
}

/** The text with values in its gaps; one without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(GAP, (gap, name: string) => values[name] || gap);
}

/** The text without its gaps. */
export const withoutGaps = (text: string): string => text.replace(GAP, "");

/** The gap that comes next: the next number, or a name that is not taken. */
export function nextGap(text: string, format: ParameterFormat): string {
  const gaps = gapsOf(text);
  if (format === "positional") return `{{${gaps.length + 1}}}`;
  let name = "variavel";
  for (let count = 2; gaps.includes(name); count += 1) name = `variavel_${count}`;
  return `{{${name}}}`;
}

/** What Meta would refuse of a text's gaps, as keys of the texts. */
export type GapProblem = { key: "unclosed" | "named" | "numbered" | "adjacent" | "border"; gap?: string };

/** Says what Meta would refuse of a text's gaps. `mayBorder`: whether one may stand at the start or end. */
export function wrongGaps(text: string, given: { format: ParameterFormat; mayBorder: boolean }): GapProblem[] {
  const gaps = gapsOf(text);
  const rest = withoutGaps(text);
  const wrong: GapProblem[] = [];
  if (rest.includes("{{") || rest.includes("}}")) wrong.push({ key: "unclosed" });
  if (given.format === "named") {
    for (const gap of gaps) if (!NAME.test(gap)) wrong.push({ key: "named", gap });
  } else if (gaps.some((gap, place) => gap !== String(place + 1))) wrong.push({ key: "numbered" });
  if (ADJACENT.test(text)) wrong.push({ key: "adjacent" });
  const bare = text.trim();
  if (gaps.length && !given.mayBorder && (/^\{\{\s*[^{}]*?\s*\}\}/.test(bare) || bare.endsWith("}}")))
    wrong.push({ key: "border" });
  return wrong;
}
