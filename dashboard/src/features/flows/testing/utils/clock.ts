import { isAction, type Script, stepsOf } from "./script";

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
