/** One field that an entry speaks of, as it was and as it is since. */
export type Change = { field: string; before: string | null; after: string | null };

/** Any JSON of an entry as a line that people can read; null where there is nothing. */
function lineOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((part) => typeof part !== "object")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The leaves of nested fields by their path: `security.session_hours`. */
function leavesOf(value: unknown, path = ""): [string, unknown][] {
  if (!isFields(value)) return path === "" && value === null ? [] : [[path, value]];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, path === "" ? name : `${path}.${name}`));
}

/** What an entry changed, field by field in the order of their names; what stayed is left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, young] = [new Map(leavesOf(before ?? null)), new Map(leavesOf(after ?? null))];
  const fields = [...new Set([...old.keys(), ...young.keys()])].sort();
  return fields
    .map((field) => ({ field, before: lineOf(old.get(field)), after: lineOf(young.get(field)) }))
    .filter((change) => change.before !== change.after);
}
