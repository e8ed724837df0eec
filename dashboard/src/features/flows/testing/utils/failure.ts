import { readLiteral } from "./python-literal";

/** A failure in parts, so that it can be told in the person's language; `other` is told as the API wrote it. */
export type ReadFailure = {
  kind:
    | "text"
    | "choices"
    | "node"
    | "ended"
    | "outcome"
    | "variable"
    | "effect"
    | "silent"
    | "no_choice"
    | "mock"
    | "other";
  name?: string;
  expected?: string;
  got?: string;
};

const SHAPES: [ReadFailure["kind"], RegExp][] = [
  ["text", /^expected the text (?<expected>.+), got (?<got>\[.*\])$/s],
  ["choices", /^expected the choices (?<expected>\[.*?\]), got (?<got>\[.*\])$/s],
  ["node", /^expected node (?<expected>.+), the session stands on (?<got>.+)$/s],
  ["ended", /^expected the end (?<expected>'.+'), the session is (?<got>.+) \(.*\)$/s],
  ["outcome", /^expected the outcome (?<expected>.+), got (?<got>.+)$/s],
  ["effect", /^expected the effect (?<expected>\{.*?\}), got (?<got>\[.*\])$/s],
  ["silent", /^expected silence, got (?<got>\[.*\])$/s],
  ["no_choice", /^there is no choice (?<expected>.+) to press$/s],
  ["mock", /^no mock answers (?:for )?(?<got>.+)$/s],
  ["variable", /^expected (?<name>[^=]+) = (?<expected>.+), got (?<got>.+)$/s],
];

/** Reads what a rehearsal says of a step. */
export function readFailure(message: string): ReadFailure {
  for (const [kind, shape] of SHAPES) {
    const found = shape.exec(message)?.groups;
    if (found) return { kind, name: found.name, expected: plain(found.expected), got: plain(found.got) };
  }
  return { kind: "other", got: message };
}

/** A literal as people read it: texts bare, lists as lines. */
function plain(source: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  const value = readLiteral(source);
  if (value === undefined) return source;
  return Array.isArray(value) ? value.map(shown).join(" · ") : shown(value);
}

function shown(value: unknown): string {
  if (value === null) return "–";
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
