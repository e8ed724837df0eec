import type { ShownMessage } from "@/components/message/content";
import type { Schema } from "@/api/types";
import type { Failure, Turn } from "./turns";

/** What stands on the phone: a message, time that passes, something that somebody else did, or what could not be done. */
export type PhoneItem =
  | { kind: "message"; id: string; turn: number; message: ShownMessage }
  | { kind: "time"; id: string; seconds: number }
  | { kind: "event"; id: string; event: "begin" | "fail" | "cancel"; detail: string }
  | { kind: "failure"; id: string; failure: Failure };

/** The conversation as it stands on the phone, in order. */
export function phoneItems(turns: readonly Turn[]): PhoneItem[] {
  return turns.flatMap((turn) => [
    ...eventsOf(turn),
    ...turn.lines.map((line, at) => messageOf(turn, line, at)),
    ...turn.failures.map((failure, at): PhoneItem => ({ kind: "failure", id: `${turn.index}.f${at}`, failure })),
  ]);
}

function eventsOf({ step, index, at, until }: Turn): PhoneItem[] {
  const id = `${index}.e`;
  if (until > at) return [{ kind: "time", id, seconds: (until - at) / 1000 }];
  if (step.fail != null) return [{ kind: "event", id, event: "fail", detail: step.fail }];
  if (step.cancel != null) return [{ kind: "event", id, event: "cancel", detail: step.cancel }];
  return step.expect ? [{ kind: "event", id, event: "begin", detail: "" }] : [];
}

function messageOf(turn: Turn, line: Schema<"Line">, at: number): PhoneItem {
  const id = `${turn.index}.${at}`;
  const isBot = line.by === "bot";
  const message: ShownMessage = {
    id,
    direction: isBot ? "outbound" : "inbound",
    content: line.content,
    created_at: line.at,
  };
  return { kind: "message", id, turn: turn.index, message };
}

/** What can be pressed now: the choices of the last message that had some, as `choose` finds them. */
export function choicesNow(turns: readonly Turn[]): Schema<"Choice">[] {
  const lines = turns.flatMap((turn) => turn.lines);
  const last = lines.findLast((line) => (line.choices ?? []).length > 0);
  return last ? choicesOf(last.content) : [];
}

function choicesOf(content: Schema<"Line">["content"]): Schema<"Choice">[] {
  if (content.type === "button") return content.buttons;
  if (content.type === "list") return content.sections.flatMap((section) => section.rows);
  return [];
}
