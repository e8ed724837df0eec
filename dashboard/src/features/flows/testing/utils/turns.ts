import type { Schema } from "@/api/types";
import { clockAfter } from "./clock";
import { type Effect, type Moment, type Probed, readProbes } from "./probe";
import { isAction, type Script, type Step, stepsOf } from "./script";

export type { Effect, Moment } from "./probe";

/** A failure of the tester's own step. */
export type Failure = { step: number; message: string };

/** One action and what came of it. `at` is when it was done, in milliseconds. */
export type Turn = {
  step: Step;
  index: number;
  at: number;
  until: number;
  lines: Schema<"Line">[];
  /** What could not be done, or was not as expected after it. */
  failures: Failure[];
  moment: Moment | null;
};

/** A rehearsal as the tester reads it. */
export type Rehearsal = { turns: Turn[]; trace: Schema<"Step">[]; failures: Failure[]; passed: boolean };

/** Puts what the API answered to the probed script beside the steps that the tester made. */
export function readRehearsal(script: Script, probed: Probed, test: Schema<"RehearsedTest">): Rehearsal {
  const moments = readProbes(test.failures, probed);
  const failures = test.failures
    .filter(({ step }) => !probed.probes.has(step))
    .map(({ step, message }) => ({ step: probed.origin[step] ?? 0, message }));
  const lines = new Lines(test.transcript);
  const turns = stepsOf(script).flatMap((step, index): Turn[] => {
    if (!isAction(step)) return [];
    const [at, until] = [clockAfter(script, index), clockAfter(script, index + 1)];
    const wrong = failures.filter((one) => one.step === index);
    const moment = moments.get(index) ?? null;
    return [{ step, index, at, until, lines: lines.of(step, moment, until), failures: wrong, moment }];
  });
  for (const failure of failures) {
    const turn = turns.findLast((one) => one.index <= failure.step);
    if (turn && turn.index !== failure.step) turn.failures = [...turn.failures, failure];
  }
  lines.rest(turns);
  return { turns, trace: test.trace, failures, passed: failures.length === 0 };
}

/** The transcript, dealt out turn by turn. */
class Lines {
  private at = 0;

  constructor(private readonly lines: readonly Schema<"Line">[]) {}

  /** What was said in a turn: the contact's own words, then as many of the bot's as the turn is known to have. */
  of(step: Step, moment: Moment | null, until: number): Schema<"Line">[] {
    const begin = this.at;
    const speaks = step.say != null || step.choose != null || step.send != null;
    const heard = speaks && this.lines[this.at]?.by === "contact";
    if (heard) this.at += 1;
    if (speaks && !heard) return [];
    let left = moment ? moment.said.length : Infinity;
    for (; left > 0 && this.isBots(until); left -= 1) this.at += 1;
    return this.lines.slice(begin, this.at);
  }

  /** Gives what is left to the last turn: nothing that was said is hidden. */
  rest(turns: readonly Turn[]): void {
    const last = turns.at(-1);
    if (last) last.lines = [...last.lines, ...this.lines.slice(this.at)];
  }

  private isBots(until: number): boolean {
    const line = this.lines[this.at];
    return line?.by === "bot" && Date.parse(line.at) <= until;
  }
}

/** The names whose value is another than a turn before. */
export function changedNames(turns: readonly Turn[]): ReadonlySet<string> {
  const [now, before] = [turns.at(-1)?.moment?.variables ?? {}, turns.at(-2)?.moment?.variables ?? {}];
  const names = [...Object.keys(now), ...Object.keys(before)];
  return new Set(names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name])));
}

/** Effects worth telling: not those that the phone or the clock show. */
export const isTelling = (effect: Effect): boolean =>
  !["send_message", "set_timer", "cancel_timer"].includes(String(effect.effect));
