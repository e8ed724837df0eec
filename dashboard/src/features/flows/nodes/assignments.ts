import { z } from "zod";
import { variableName } from "./fields";
import type { Written } from "./written";

const assignmentSchema = z.looseObject({
  name: z.string(),
  expression: z.string().nullish(),
  template: z.string().nullish(),
  value: z.unknown().optional(),
});
/** A list, or a mapping of names to values in which texts are templates. */
export const assignmentsSchema = z.union([z.array(assignmentSchema), z.record(z.string(), z.unknown())]);

export type WrittenAssignments = z.infer<typeof assignmentsSchema>;
/** Where the value comes from: CEL, a text with variables, or as it stands. */
export type Source = "expression" | "template" | "value";
export type Assignment = { name: string; source: Source; content: unknown };

/** Reads either spelling; of several sources the first that is there counts, as in the engine. */
export function readAssignments(written: WrittenAssignments | undefined): Assignment[] {
  if (!written) return [];
  if (!Array.isArray(written)) {
    return Object.entries(written).map(([name, value]) => ({
      name,
      source: typeof value === "string" ? "template" : "value",
      content: value,
    }));
  }
  return written.map(({ name, expression, template, value }) => {
    if (expression !== undefined && expression !== null) return { name, source: "expression", content: expression };
    if (template !== undefined && template !== null) return { name, source: "template", content: template };
    return { name, source: "value", content: value ?? null };
  });
}

/** Writes the list spelling. */
export function writeAssignments(assignments: readonly Assignment[]): WrittenAssignments {
  return assignments.map(({ name, source, content }) => ({ name, [source]: content }));
}

/** The variables that assignments write, with what is known of their types. */
export function assigned(written: WrittenAssignments | undefined): Written[] {
  return readAssignments(written).map(({ name, source, content }) => ({
    name: variableName(name),
    type: source === "template" ? "text" : source === "value" ? typeOf(content) : "any",
  }));
}

/** The kind of a value as JSON has it. */
export function typeOf(value: unknown): Written["type"] {
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "object" && value !== null ? "object" : "any";
}
