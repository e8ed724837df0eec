import type { z } from "zod";

/** What is wrong with a field of a node, in the domain's word (`problems.<code>` says it to people).
 *
 * `path` is the field inside the data, spelled as in findings: `buttons[1].title`. */
export type Problem = { code: string; path: string; params?: Record<string, string | number>; severity?: "warning" };

/** Spells a path as the API's findings do. */
export function spellPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((spelled, step) => {
    if (typeof step === "number") return `${spelled}[${step}]`;
    return spelled ? `${spelled}.${String(step)}` : String(step);
  }, "");
}

/** What a schema refuses of some data: what the API would not even keep. */
export function shapeProblems(schema: z.ZodType, data: unknown): Problem[] {
  const read = schema.safeParse(data);
  return read.success ? [] : read.error.issues.map(problemOf);
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = spellPath(issue.path);
  if (issue.code === "too_big") return { code: "too_big", path, params: { limit: Number(issue.maximum) } };
  if (issue.code === "too_small") return { code: "too_small", path, params: { limit: Number(issue.minimum) } };
  return { code: "bad_value", path };
}

/** A text that is longer than WhatsApp takes. */
export function tooLong(path: string, text: string | null | undefined, limit: number): Problem[] {
  const length = (text ?? "").length;
  return length > limit ? [{ code: "text_too_long", path, params: { length, limit } }] : [];
}

/** A text that must be there. */
export function missing(code: string, path: string, text: string | null | undefined): Problem[] {
  return (text ?? "").trim() ? [] : [{ code, path }];
}

/** The values that stand more than once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}
