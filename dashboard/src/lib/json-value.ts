/** Reads what a person typed as a value: `10`, `true`, `null`, `{"a": 1}` and `"10"` as JSON has them, anything else as text. */
export function readValue(typed: string): unknown {
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return typed;
  }
}

/** Writes a value so that `readValue` gives the same again: a text stands bare unless it would be read as something else. */
export function showValue(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value) ?? "";
  return readValue(value) === value ? value : JSON.stringify(value);
}
