import type { Schema } from "@/api/types";
import { choicesOf } from "../../nodes/choices";
import { menuOf } from "../../nodes/message/model";
import { type FlowDocument, type FlowNode, nodeOf } from "../../utils/document";
import { writesOf } from "../../utils/variables";

type Values = Record<string, unknown>;
type Session = Pick<Schema<"FlowSessionDetail">, "steps" | "variables">;

/** What was known after a step, and which of it the step wrote.
 *
 * A trace holds what nodes decided by, not every variable. So values come from what was set and answered; what a call
 * brought is told as it was at the end; and after the last step, everything is as the session has it.
 */
export function variablesAt(
  session: Session,
  document: FlowDocument,
  index: number,
): { variables: Values; changed: Set<string> } {
  const end = fields(session.variables);
  const steps = session.steps.slice(0, index + 1);
  const before = steps
    .slice(0, -1)
    .reduce((known, step) => ({ ...known, ...writtenBy(step, document, end) }), { ...document.variables });
  const last = steps.at(-1);
  const now = last ? writtenBy(last, document, end) : {};
  const isEnd = index >= session.steps.length - 1;
  const variables: Values = isEnd ? end : { ...before, ...now };
  return { variables, changed: new Set(Object.keys(now).filter((name) => name in variables)) };
}

function writtenBy(step: Schema<"StepRow">, document: FlowDocument, end: Values): Values {
  const node = step.version_id ? undefined : nodeOf(document, step.node);
  if (!node) return {};
  const values = fields(step.values);
  if (step.event === "set") return (node.data.scope ?? "session") === "session" ? fields(values.set) : {};
  if (step.event !== "answered") return {};
  const answer = answerOf(node, values);
  const names = writesOf(node).map((one) => one.name);
  const known = names.map((name) => [name, answer === undefined ? end[name] : answer] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

/** An answer as it is kept: of a choice, its title. */
function answerOf(node: FlowNode, { answer, choice }: Values): unknown {
  if (choice === undefined) return answer;
  return (
    choicesOf(menuOf(node.data)).find((one) => one.id === choice || one.title === choice)?.title ?? answer ?? choice
  );
}

const fields = (value: unknown): Values => (typeof value === "object" && value !== null ? (value as Values) : {});
