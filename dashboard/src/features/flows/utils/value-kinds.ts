export const VALUE_KINDS = ["text", "number", "yes_no", "json"] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** How a variable's value is written in the form. */
export function kindOfValue(value: unknown): ValueKind {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "yes_no" : "json";
}

/** The nearest value of another kind. */
export function asKind(value: unknown, kind: ValueKind): unknown {
  if (kind === "text") return typeof value === "string" ? value : JSON.stringify(value);
  if (kind === "number") return Number.isFinite(Number(value)) ? Number(value) : 0;
  return kind === "yes_no" ? Boolean(value) && value !== "false" : kindOfValue(value) === "json" ? value : [];
}

/** Renames a variable where it stands; a name that is taken or empty changes nothing. */
export function renamed(variables: Record<string, unknown>, from: string, to: string): Record<string, unknown> {
  const name = to.trim().replace(/^vars\./, "");
  if (!name || (name !== from && name in variables)) return variables;
  return Object.fromEntries(Object.entries(variables).map(([key, value]) => [key === from ? name : key, value]));
}

/** All variables but one. */
export function without(variables: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).filter(([key]) => key !== name));
}

/** A name that no variable has yet. */
export function freeName(variables: Record<string, unknown>, base: string): string {
  let number = 1;
  while (`${base}_${number}` in variables) number += 1;
  return `${base}_${number}`;
}
