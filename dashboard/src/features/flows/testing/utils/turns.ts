import type { Schema } from "@/api/types";
import type { Path } from "../../stores/highlight";
import { beginsAt } from "./clock";
import { pathOf } from "./path";
import { isAction, type Script, type Step, stepsOf } from "./script";

export type Moment = Schema<"Moment">;
export type Happened = Schema<"Happened">;
export type Failure = Schema<"FlowTestFailure">;

/** One action and what came of it, until the next. `at` is when it was done, in milliseconds. */
export type Turn = {
  step: Step;
  index: number;
  at: number;
  until: number;
  lines: Schema<"Line">[];
  walked: Schema<"Step">[];
  /** What could not be done, or was not as expected after it. */
  failures: Failure[];
  /** How it stands after it; null where the API did not play it. */
  moment: Moment | null;
};

/** A rehearsal as the tester reads it. */
export type Rehearsal = { turns: Turn[]; trace: Schema<"Step">[]; failures: Failure[]; passed: boolean };

/** Puts what the API answered beside the steps that the tester made. */
export function readRehearsal(script: Script, test: Schema<"RehearsedTest">): Rehearsal {
  const turns: Turn[] = [];
  let [lines, walked, clock] = [0, 0, beginsAt(script)];
  stepsOf(script).forEach((step, index) => {
    const moment = test.moments[index] ?? null;
    const until = moment ? Date.parse(moment.at) : clock;
    const turn: Turn = {
      step,
      index,
      at: clock,
      until,
      lines: test.transcript.slice(lines, moment?.lines ?? lines),
      walked: test.trace.slice(walked, moment?.walked ?? walked),
      failures: test.failures.filter((one) => one.step === index),
      moment,
    };
    const last = turns.at(-1);
    if (isAction(step) || !last) turns.push(turn);
    else turns[turns.length - 1] = joined(last, turn);
    [lines, walked, clock] = [moment?.lines ?? lines, moment?.walked ?? walked, until];
  });
  return { turns, trace: test.trace, failures: test.failures, passed: test.failures.length === 0 };
}

/** A turn with what was expected after it: nothing happens there, unless the flow begins. */
function joined(turn: Turn, looked: Turn): Turn {
  const effects = [...(turn.moment?.effects ?? []), ...(looked.moment?.effects ?? [])];
  const changed = [...new Set([...(turn.moment?.changed ?? []), ...(looked.moment?.changed ?? [])])];
  return {
    ...turn,
    until: looked.until,
    lines: [...turn.lines, ...looked.lines],
    walked: [...turn.walked, ...looked.walked],
    failures: [...turn.failures, ...looked.failures],
    moment: looked.moment ? { ...looked.moment, effects, changed } : turn.moment,
  };
}

/** How long until the next timer fires, in seconds; null where the flow waits for none. */
export function nextTimer(turns: readonly Turn[]): number | null {
  const moment = turns.at(-1)?.moment;
  return moment?.wakes_at ? (Date.parse(moment.wakes_at) - Date.parse(moment.at)) / 1000 : null;
}

/** The way through this flow until a step, and where the session stands then; without one, until now. */
export function pathUntil(flowId: string, turns: readonly Turn[], index: number | null): Path {
  const until = turns.findIndex((turn) => turn.index === index);
  const gone = until < 0 ? turns : turns.slice(0, until + 1);
  const moment = gone.at(-1)?.moment;
  const node = moment?.flow_id === flowId ? moment.node : null;
  return pathOf(
    gone.flatMap((turn) => turn.walked),
    node,
  );
}

/** Effects worth telling: not those that the phone or the clock show. */
export const isTelling = ({ kind }: Happened): boolean => !["send_message", "set_timer", "cancel_timer"].includes(kind);
