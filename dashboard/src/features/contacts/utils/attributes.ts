import type { Schema } from "@/api/types";
import { formatDateTime, formatNumber, formatPhone } from "@/lib/format";

export type ContactField = Schema<"ContactFieldRow">;

/** A contact's values by their keys. */
export function attributesOf(contact: { attributes: unknown }): Record<string, unknown> {
  return typeof contact.attributes === "object" && contact.attributes !== null ? { ...contact.attributes } : {};
}

const CPF = /^(\d{3})(\d{3})(\d{3})(\d{2})$/;
const CNPJ = /^(\w{2})(\w{3})(\w{3})(\w{4})(\d{2})$/;

/** A CPF or CNPJ with its signs: `390.533.447-05`. */
export const formatDocument = (text: string): string =>
  text.replace(CPF, "$1.$2.$3-$4").replace(CNPJ, "$1.$2.$3/$4-$5");

type Words = { yes: string; no: string };

/** A value as people read it; nothing where there is none. */
export function shownValue(value: unknown, type: ContactField["type"] | null, words: Words): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return formatNumber(value, { maximumFractionDigits: 10 });
  if (Array.isArray(value)) return value.map(String).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  if (type === "document") return formatDocument(text);
  if (type === "phone") return formatPhone(text);
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(text))
    return formatDateTime(`${text}T00:00:00Z`, { dateStyle: "short", timeZone: "UTC" });
  return text;
}

/** A value as a form holds it: texts, and lists of texts. */
export type FormValue = string | string[];

/** Reads a value into a form. */
export function formValueOf(value: unknown, type: ContactField["type"]): FormValue {
  if (type === "choices") return Array.isArray(value) ? value.map(String) : [];
  return value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Stands for no value among choices, as no choice may be the empty text. */
export const NOTHING = "-";

/** Writes a form's value as the API takes it; null is none, and a number that is none goes as it was typed. */
export function attributeOf(value: FormValue, type: ContactField["type"]): unknown {
  if (Array.isArray(value)) return value.length ? value : null;
  const text = value.trim();
  if (!text || ((type === "choice" || type === "boolean") && text === NOTHING)) return null;
  if (type === "boolean") return text === "true";
  if (type !== "number") return text;
  const number = Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : text;
}

/** Which values differ from those that a contact has, as the API takes them. */
export function changedAttributes(
  fields: readonly ContactField[],
  before: Record<string, unknown>,
  given: Readonly<Record<string, FormValue>>,
): Record<string, unknown> {
  const asked = fields.map((field) => [field.key, attributeOf(given[field.key] ?? "", field.type)] as const);
  return Object.fromEntries(
    asked.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key] ?? null)),
  );
}
