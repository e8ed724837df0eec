import { z } from "zod";
import { assigned, assignmentsSchema, readAssignments } from "../assignments";
import { variableName } from "../fields";
import type { Problem } from "../problems";
import type { Written } from "../written";

export const SCOPES = ["session", "contact", "conversation"] as const;
export type Scope = (typeof SCOPES)[number];

export const setVariableSchema = z.looseObject({
  assignments: assignmentsSchema.optional(),
  scope: z.enum(SCOPES).optional(),
});
export type SetVariableData = z.infer<typeof setVariableSchema>;

/** What publishing would refuse. */
export function setVariableProblems(data: SetVariableData): Problem[] {
  const assignments = readAssignments(data.assignments);
  if (!assignments.length) return [{ code: "no_assignments", path: "assignments" }];
  return assignments.flatMap(({ name }, place) =>
    variableName(name) ? [] : [{ code: "no_name", path: `assignments[${place}].name` }],
  );
}

export function setVariableWrites(data: SetVariableData): Written[] {
  return (data.scope ?? "session") === "session" ? assigned(data.assignments) : [];
}
