import { readValue, showValue } from "@/lib/json-value";
import type { VariableRow } from "../components/variables-field";

/** Variables as lines to type in. */
export function toRows(variables: unknown): VariableRow[] {
  const known = typeof variables === "object" && variables !== null ? variables : {};
  return Object.entries(known).map(([name, value]) => ({ name, value: showValue(value) }));
}

/** What was typed, as variables; a line without a name is none. */
export function fromRows(rows: readonly VariableRow[]): Record<string, unknown> {
  const named = rows.filter((row) => row.name.trim());
  return Object.fromEntries(named.map((row) => [row.name.trim(), readValue(row.value)]));
}
