import type { ValueType } from "../../nodes/written";

/** What expressions and texts may name beside variables, as the domain lists it; null: whatever one likes lies in it. */
export const ROOTS: Readonly<Record<string, Readonly<Record<string, ValueType>> | null>> = {
  response: null,
  reply: { text: "text", type: "text", id: "text", media: "object", location: "object" },
  contact: {
    name: "text",
    phone: "text",
    email: "text",
    language: "text",
    lifecycle_stage: "text",
    lead_score: "number",
    tags: "list",
    attributes: "object",
    id: "text",
  },
  conversation: { id: "text", status: "text", window_expires_at: "date", metadata: "object" },
  flow: { id: "text", name: "text", version: "number" },
  now: null,
  last: null,
  vars: null,
  optional: null,
};

/** Whether a path leads to something that there can be; `variables` are the names in `vars`. */
export function isKnownPath(path: readonly string[], variables: ReadonlySet<string>, mayOmitVars: boolean): boolean {
  const [root = "", second] = path;
  if (root === "vars") return second === undefined || variables.has(second);
  const fields = ROOTS[root];
  if (fields === undefined) return mayOmitVars && variables.has(root);
  return fields === null || second === undefined || second in fields;
}
