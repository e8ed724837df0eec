import { isAction, type Script, stepsOf } from "./script";
import type { Effect } from "./probe";

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Reads a duration such as `1d12h`, in seconds; null when it is none. */
export function readDuration(text: string): number | null {
  if (!/^\s*(\d{1,6}\s*[smhd]\s*)+$/i.test(text)) return null;
  return [...text.matchAll(/(\d+)\s*([smhd])/gi)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * (SECONDS[(unit ?? "").toLowerCase()] ?? 0),
    0,
  );
}

/** Writes seconds as a duration: `1d12h`. */
export function writeDuration(seconds: number): string {
  const parts = Object.entries(SECONDS).reverse();
  let rest = Math.max(1, Math.ceil(seconds));
  return parts.reduce((text, [unit, size]) => {
    const number = Math.floor(rest / size);
    rest -= number * size;
    return number ? `${text}${number}${unit}` : text;
  }, "");
}

/** When the conversation begins, in milliseconds. */
export const beginsAt = (script: Script): number => Date.parse(script.at ?? "2026-01-05T12:00:00Z");

/** What the clock of the conversation says after the first `count` steps, in milliseconds; a wait that is none takes no time. */
export function clockAfter(script: Script, count: number = stepsOf(script).length): number {
  const waits = stepsOf(script).slice(0, count).filter(isAction);
  return waits.reduce((at, { wait }) => at + (wait ? (readDuration(wait) ?? 0) * 1000 : 0), beginsAt(script));
}

type Happened = { at: number; moment: { effects: readonly Effect[] } | null };

/** How long until the next timer fires, in seconds; null where the flow waits for none.
 *
 * A timer counts from the moment its effect was made, which is that of the turn: the rehearsal's provider takes
 * messages at once.
 */
export function nextTimer(turns: readonly Happened[], now: number): number | null {
  const timers = new Map<string, number>();
  for (const turn of turns) {
    for (const effect of turn.moment?.effects ?? []) {
      if (effect.effect === "cancel_timer") timers.delete(String(effect.timer_id));
      const due = effect.effect === "set_timer" ? dueAt(effect, turn.at) : null;
      if (due !== null) timers.set(String(effect.id), due);
    }
  }
  const ahead = [...timers.values()].filter((due) => due > now);
  return ahead.length ? (Math.min(...ahead) - now) / 1000 : null;
}

function dueAt(effect: Effect, from: number): number | null {
  if (typeof effect.due_at === "string") return Date.parse(effect.due_at);
  const seconds = typeof effect.after === "string" ? isoSeconds(effect.after) : null;
  return seconds === null ? null : from + seconds * 1000;
}

/** The seconds of an ISO 8601 duration: `P1DT2400S`. */
function isoSeconds(text: string): number | null {
  const [, days, hours, minutes, seconds] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text) ?? [];
  const sum = [days, hours, minutes, seconds].map((part) => Number(part ?? 0));
  const [d = 0, h = 0, m = 0, s = 0] = sum;
  return text.startsWith("P") ? d * 86_400 + h * 3600 + m * 60 + s : null;
}
