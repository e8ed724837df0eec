import type { Schema } from "@/api/types";

type FieldType = Schema<"FieldType">;

const INPUTS: Partial<Record<FieldType, string>> = {
  date: "date",
  email: "email",
  number: "number",
  phone: "tel",
  url: "url",
};

/** The kind of `<input>` that a custom field is written in. */
export const inputTypeOf = (type: FieldType): string => INPUTS[type] ?? "text";

/** A custom field's value as it stands in an input. */
export function writtenOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** What is written as the API takes it; nothing written takes the value away. */
export function valueOf(type: FieldType, written: string): string | number | null {
  if (written === "") return null;
  const number = Number(written.replace(",", "."));
  return type === "number" && Number.isFinite(number) ? number : written;
}
