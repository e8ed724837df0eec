import { z } from "zod";
import { MAX_RETRIES, MAX_WAIT_MINUTES } from "./limits";

/** A time to wait, in minutes. */
export const minutes = z.number().gt(0).max(MAX_WAIT_MINUTES).nullish();
/** How many wrong answers are asked again. */
export const retries = z.number().int().min(0).max(MAX_RETRIES).optional();
export const text = z.string().optional();

/** The name of a variable as it is kept, also where people write `vars.name`. */
export function variableName(written: string | null | undefined): string {
  return (written ?? "").trim().replace(/^vars\./, "");
}

/** The data with some fields changed; what becomes `undefined` is left out of the document. */
export function changed<Data extends object>(data: Data, changes: Partial<Data>): Data {
  const next = { ...data, ...changes };
  for (const [key, value] of Object.entries(next)) if (value === undefined) Reflect.deleteProperty(next, key);
  return next;
}

/** The data without some of its optional fields. */
export function without<Data extends object>(data: Data, ...fields: (keyof Data)[]): Data {
  const next = { ...data };
  for (const field of fields) Reflect.deleteProperty(next, field);
  return next;
}

/** The first words of a text on one line, for a card. */
export function shorten(text: string | null | undefined, limit = 120): string {
  const line = (text ?? "").replace(/\s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

/** An id in small letters made of a text, that is none of the taken ones. */
export function freshId(title: string, taken: readonly string[], otherwise = "opcao"): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const base =
    plain
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 40) || otherwise;
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}
