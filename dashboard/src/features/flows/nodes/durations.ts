export const UNITS = ["s", "m", "h", "d"] as const;
export type Unit = (typeof UNITS)[number];
export const SECONDS: Readonly<Record<Unit, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

const WHOLE = /^(?:\d{1,6}\s*[smhd]\s*)+$/;
const PART = /(\d{1,6})\s*([smhd])/g;
const MAX_LENGTH = 40;

/** Reads `1d12h` as the domain does, in seconds; null where it is no duration. */
export function readDuration(text: string): number | null {
  const lowered = text.trim().toLowerCase();
  if (lowered.length > MAX_LENGTH || !WHOLE.test(lowered)) return null;
  return [...lowered.matchAll(PART)].reduce((sum, [, number, unit]) => sum + Number(number) * SECONDS[unit as Unit], 0);
}

/** The number and the largest unit that says so many seconds without a rest. */
export function splitSeconds(seconds: number): { number: number; unit: Unit } {
  const unit = [...UNITS].reverse().find((one) => seconds > 0 && seconds % SECONDS[one] === 0) ?? "s";
  return { number: seconds / SECONDS[unit], unit };
}

const MAX_NUMBER = 999_999;

/** Writes seconds as durations are written: `90m`; what no one number may say is joined of several, `11d49600s`. */
export function writeDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const { number, unit } = splitSeconds(whole);
  if (number <= MAX_NUMBER) return `${number}${unit}`;
  const [days, rest] = [Math.floor(whole / SECONDS.d), whole % SECONDS.d];
  return `${days}d${rest}s`;
}
