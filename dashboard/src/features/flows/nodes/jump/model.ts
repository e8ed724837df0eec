import { z } from "zod";
import { assignmentsSchema } from "../assignments";
import { text, variableName } from "../fields";
import type { Problem } from "../problems";
import type { Written } from "../written";

export const jumpSchema = z.looseObject({
  flow_id: text,
  return: z.boolean().optional(),
  variables: assignmentsSchema.optional(),
  outputs: z.record(z.string(), z.string()).optional(),
});
export type JumpData = z.infer<typeof jumpSchema>;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function returns(data: JumpData): boolean {
  return data.return ?? true;
}

/** What publishing would refuse. */
export function jumpProblems(data: JumpData): Problem[] {
  return UUID.test(data.flow_id ?? "") ? [] : [{ code: "flow_missing", path: "flow_id" }];
}

export function jumpWrites(data: JumpData): Written[] {
  const names = returns(data) ? Object.keys(data.outputs ?? {}) : [];
  return names.map((name) => ({ name: variableName(name), type: "any" }));
}
