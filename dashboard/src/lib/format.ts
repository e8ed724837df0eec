import { currentLanguage } from "./language";
import { internationalOf } from "./phones";

const RELATIVE: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Sets the zone that every time is shown in: the person's own. */
export function setTimeZone(name: string): void {
  zone = name;
}

/** The zone that times are shown in, an IANA name. */
export function timeZone(): string {
  return zone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a hundred times as long as using it, and a thread uses the same few thousands of times. */
function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const held = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, held);
  return held;
}

/** A day and time: `12 de nov., 14:05`. `at` is ISO 8601. */
export function formatDateTime(at: string, options: Intl.DateTimeFormatOptions = {}): string {
  const given = Object.keys(options).length ? options : ({ dateStyle: "medium", timeStyle: "short" } as const);
  return dateFormat(currentLanguage(), { timeZone: zone, ...given }).format(new Date(at));
}

/** A time of day: `14:05`. */
export function formatTime(at: string): string {
  return formatDateTime(at, { hour: "2-digit", minute: "2-digit" });
}

/** A calendar day: `12/11/2026`. */
export function formatDate(at: string): string {
  return formatDateTime(at, { dateStyle: "short" });
}

/** The day of a moment in the person's zone, `2026-11-12`, for telling days apart. */
export function dayOf(at: string): string {
  return dateFormat("sv-SE", { timeZone: zone }).format(new Date(at));
}

/** As long ago as it is, in one unit: `há 5 minutos`. */
export function formatRelative(at: string, now: number = Date.now()): string {
  const seconds = Math.round((new Date(at).getTime() - now) / 1000);
  const format = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: "auto" });
  for (const [unit, size] of RELATIVE)
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  return format.format(0, "second");
}

/** A time as lists show it: the hour today, the weekday within a week, else the day. */
export function formatListTime(at: string, now: number = Date.now()): string {
  if (dayOf(at) === dayOf(new Date(now).toISOString())) return formatTime(at);
  const isRecent = now - new Date(at).getTime() < 6 * 86_400_000;
  return formatDateTime(at, isRecent ? { weekday: "short" } : { day: "2-digit", month: "2-digit" });
}

/** A number in the reader's locale. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(currentLanguage(), options).format(value);
}

/** A number where there is little room: `99+` beyond `most`. */
export function formatUpTo(value: number, most = 99): string {
  return value > most ? `${formatNumber(most)}+` : formatNumber(value);
}

/** A share of one as a percentage: 0.25 is `25%`. */
export function formatShare(value: number): string {
  return formatNumber(value, { style: "percent", maximumFractionDigits: 1 });
}

/** A size in bytes as people say it: `1,2 MB`. */
export function formatBytes(bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const options = { style: "unit", unit: units[step], unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return formatNumber(bytes / 1000 ** step, options);
}

/** A length in seconds: `1:05`, `1:02:03`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** A length in seconds in words: `2 h 5 min`, `40 s`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor((whole % 86_400) / 3600),
    Math.floor((whole % 3600) / 60),
  ];
  if (days) return hours ? `${days} d ${hours} h` : `${days} d`;
  if (hours) return minutes ? `${hours} h ${minutes} min` : `${hours} h`;
  return `${minutes} min`;
}

/** A phone as it is written at home: `+55 11 98765 4321`. What is no phone stays as it is. One of another country does
 * too until `loadPhones` has come. */
export function formatPhone(phone: string): string {
  return internationalOf(phone.startsWith("+") ? phone : `+${phone}`) ?? phone;
}

/** The first letters of a name, for a picture that is not there. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words[words.length - 1] : undefined];
  return `${first?.[0] ?? "?"}${last?.[0] ?? ""}`.toUpperCase();
}
