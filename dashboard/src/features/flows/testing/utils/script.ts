import type { Schema } from "@/api/types";

/** A conversation to rehearse: a test as the API has it. */
export type Script = Schema<"FlowTestDocument">;
export type Step = Schema<"StepDocument">;
export type Expectation = Schema<"ExpectationDocument">;
export type Mocks = Schema<"Mocks">;

/** A conversation that has yet to begin, now, with a company that is open. */
export function emptyScript(now: Date = new Date()): Script {
  return { name: "", at: `${now.toISOString().slice(0, 16)}:00Z`, contact: {}, mocks: { hours: true }, steps: [] };
}

/** The steps, which a document may leave out. */
export const stepsOf = (script: Script): Step[] => script.steps ?? [];

/** Whether something is done by this step, and not only looked at. To begin is an expectation of nothing. */
export const isAction = (step: Step): boolean => !step.expect || Object.keys(step.expect).length === 0;

/** The step by which a flow begins without a word of the contact, as another flow, a schedule or the API begins it. */
export const BEGIN: Step = { expect: {} };

export type Change =
  | { type: "append"; step: Step }
  | { type: "undo" }
  | { type: "restart" }
  | { type: "load"; script: Script }
  | { type: "set"; fields: Partial<Omit<Script, "steps">> };

/** What the tester does with the conversation. Everything is a change of the script, which is then rehearsed whole. */
export function changeScript(script: Script, change: Change): Script {
  switch (change.type) {
    case "append":
      return { ...script, steps: [...stepsOf(script), change.step] };
    case "undo":
      return { ...script, steps: stepsOf(script).slice(0, Math.max(0, stepsOf(script).findLastIndex(isAction))) };
    case "restart":
      return { ...script, steps: [] };
    case "load":
      return change.script;
    case "set":
      return { ...script, ...change.fields };
  }
}
