import type { Schema } from "@/api/types";

type Steps = readonly Pick<Schema<"StepRow">, "at" | "effects">[];

/** What had been said when a step was over: the contact's words until then, and as many of the bot's as were sent. */
export function linesAt(steps: Steps, transcript: readonly Schema<"Line">[], index: number): Schema<"Line">[] {
  const done = steps.slice(0, index + 1);
  const until = Date.parse(done.at(-1)?.at ?? "");
  let sent = done.flatMap((step) => step.effects).filter((effect) => effect.message).length;
  return transcript.filter((line) => {
    if (line.by === "contact") return Date.parse(line.at) <= until;
    sent -= 1;
    return sent >= 0;
  });
}
