/** A moment with its day of the week, as clocks in a zone show it: `segunda-feira, 09:00`. */
export function momentIn(at: string, zone: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "2-digit",
    month: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  });
  return format.format(new Date(at));
}

/** A moment's time as clocks in a zone show it. */
export function timeIn(at: string, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(new Date(at));
}

/** A calendar day, `2026-11-20`, with its day of the week; it is the same day in every zone. */
export function dayName(day: string, language: string, year = false): string {
  const format = new Intl.DateTimeFormat(language, {
    weekday: "short",
    day: "2-digit",
    month: year ? "long" : "2-digit",
    ...(year ? { year: "numeric" } : {}),
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
