import type { Schema } from "@/api/types";
import { readLiteral } from "./python-literal";
import { isAction, type Script, type Step, stepsOf } from "./script";

/** An effect as the engine gives it: its kind in `effect`, and what belongs to that. */
export type Effect = Record<string, unknown> & { effect?: unknown };

/** How a conversation stands after something was done. `effects` and `said` are those since then. */
export type Moment = {
  said: string[];
  node: string | null;
  status: string | null;
  outcome: string | null;
  variables: Record<string, unknown>;
  effects: Effect[];
};

/** What nothing is ever called. It is printable, so that it is written back as it is. */
const PROBE = "⟨pytake·probe⟩";
/** The API plays no more steps than these. */
export const MAX_STEPS = 200;

export type Probed = {
  script: Script;
  /** For each step that is sent: which step of the tester's it is. */
  origin: number[];
  /** Which steps that are sent are probes. */
  probes: ReadonlySet<number>;
};

/** Adds a question after each action: how does it stand now?
 *
 * A rehearsal answers with words and steps, but not with variables and effects. An expectation that cannot be met names
 * them: what is expected is nothing's value, and the failure says what there is instead. Where there is no room for all,
 * the last actions are asked about.
 */
export function withProbes(script: Script, names: readonly string[]): Probed {
  const steps = stepsOf(script);
  const room = MAX_STEPS - steps.length;
  const asked = new Set(steps.flatMap((step, at) => (isAction(step) ? [at] : [])).slice(-Math.max(room, 0)));
  if (room <= 0) asked.clear();
  const sent: Step[] = [];
  const origin: number[] = [];
  const probes = new Set<number>();
  steps.forEach((step, at) => {
    origin.push(at);
    sent.push(step);
    if (!asked.has(at)) return;
    probes.add(sent.length);
    origin.push(at);
    sent.push({ expect: probe(names) });
  });
  return { script: { ...script, steps: sent }, origin, probes };
}

const probe = (names: readonly string[]): Schema<"ExpectationDocument"> => ({
  text: PROBE,
  node: PROBE,
  ended: PROBE,
  effect: { effect: PROBE },
  vars: Object.fromEntries(names.map((name) => [name, PROBE])),
});

/** Reads the answers to the questions, by the tester's step. */
export function readProbes(failures: readonly Schema<"FlowTestFailure">[], probed: Probed): Map<number, Moment> {
  const moments = new Map<number, Moment>();
  for (const { step, message } of failures) {
    const at = probed.origin[step];
    if (at === undefined || !probed.probes.has(step)) continue;
    const moment = moments.get(at) ?? { said: [], node: null, status: null, outcome: null, variables: {}, effects: [] };
    moments.set(at, take(moment, message));
  }
  return moments;
}

function take(moment: Moment, message: string): Moment {
  const said = after(message, `expected the text '${PROBE}', got `);
  if (said !== null) return { ...moment, said: texts(readLiteral(said)) };
  const node = after(message, `expected node ${PROBE}, the session stands on `);
  if (node !== null) return { ...moment, node: node === "None" ? null : node };
  const ended = after(message, `expected the end '${PROBE}', the session is `);
  if (ended !== null) return { ...moment, ...ending(ended) };
  const effects = after(message, `expected the effect {'effect': '${PROBE}'}, got `);
  if (effects !== null) return { ...moment, effects: records(readLiteral(effects)) };
  return takeVariable(moment, message);
}

function takeVariable(moment: Moment, message: string): Moment {
  const [name, value] = message.replace(/^expected /, "").split(` = '${PROBE}', got `, 2);
  const read = value === undefined ? null : (readLiteral(value) ?? null);
  if (name === undefined || read === null) return moment;
  return { ...moment, variables: { ...moment.variables, [name]: read } };
}

/** Reads `'waiting' (None)`. */
function ending(text: string): Pick<Moment, "status" | "outcome"> {
  const [, status = "None", outcome = ""] = /^(\S+) \((.*)\)$/s.exec(text) ?? [];
  const word = readLiteral(status);
  return { status: typeof word === "string" ? word : null, outcome: outcome === "None" ? null : outcome };
}

const after = (message: string, words: string): string | null =>
  message.startsWith(words) ? message.slice(words.length) : null;
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const records = (value: unknown): Effect[] =>
  Array.isArray(value) ? value.filter((one): one is Effect => typeof one === "object" && one !== null) : [];
