import type { Schema } from "@/api/types";
import { type Expectation, isAction, type Script, type Step, stepsOf } from "./script";
import type { Rehearsal, Turn } from "./turns";

const OVER = ["completed", "transferred", "expired", "failed", "cancelled"];

/** What came of a turn, as expectations that it meets: every message, silence, and how it ended or where it stands. */
export function expectationsOf(turn: Turn): Expectation[] {
  const said = turn.lines.filter((line) => line.by === "bot").map(ofLine);
  const place = turn.moment ? ofPlace(turn) : null;
  return [...(said.length ? said : [{ silent: true }]), ...(place ? [place] : [])];
}

function ofLine(line: Schema<"Line">): Expectation {
  const choices = line.choices ?? [];
  return { ...(line.text ? { text: line.text } : {}), ...(choices.length ? { choices } : {}) };
}

function ofPlace({ moment }: Turn): Expectation | null {
  if (!moment?.status) return null;
  if (!OVER.includes(moment.status)) return moment.node ? { node: moment.node } : null;
  return { ended: moment.status, ...(moment.outcome ? { outcome: moment.outcome } : {}) };
}

/** Makes a test of a conversation: after each action, what came of it is expected. What was expected by hand stays. */
export function testOf(script: Script, rehearsal: Rehearsal, name: string): Script {
  const turns = new Map(rehearsal.turns.map((turn) => [turn.index, turn]));
  const steps = stepsOf(script).flatMap((step, index): Step[] => {
    const turn = turns.get(index);
    const followed = isFollowed(script, index);
    return turn && isAction(step) && !followed ? [step, ...expectationsOf(turn).map((expect) => ({ expect }))] : [step];
  });
  return { ...script, name, steps };
}

/** Whether the tester has said already what is expected after this step. */
function isFollowed(script: Script, index: number): boolean {
  const next = stepsOf(script)[index + 1]?.expect;
  return next != null && Object.keys(next).length > 0;
}

/** An expectation without what says nothing: the API keeps what it is given. */
export function tidy(expectation: Expectation): Expectation {
  const entries = Object.entries(expectation).filter(
    ([, value]) => value != null && value !== false && value !== "" && !isEmpty(value),
  );
  return Object.fromEntries(entries);
}

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;
