import type { Holiday } from "../api/list-holidays";
import type { PublicHoliday } from "../api/list-public-holidays";

/** A day of a year on which something is different: `own` is the company's word on it, which goes before the public one. */
export type CalendarDay = { day: string; name: string; isOpen: boolean; isPublic: boolean; own: Holiday | null };

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** On which day of a year a holiday falls; null where that year has none. */
export function dayIn(year: number, { day, is_yearly: isYearly }: Pick<Holiday, "day" | "is_yearly">): string | null {
  if (day.startsWith(`${year}-`)) return day;
  if (!isYearly) return null;
  const rest = day.slice(4);
  return rest === "-02-29" && !isLeap(year) ? null : `${year}${rest}`;
}

/** A year's holidays in order, public and the company's own, each day once for each of the company's words on it. */
export function yearOf(year: number, own: readonly Holiday[], fromState: readonly PublicHoliday[]): CalendarDay[] {
  const names = new Map(fromState.map(({ day, name }) => [day, name]));
  const days = own.flatMap((holiday): CalendarDay[] => {
    const day = dayIn(year, holiday);
    if (day === null) return [];
    return [{ day, name: holiday.name, isOpen: holiday.is_open === true, isPublic: names.has(day), own: holiday }];
  });
  const said = new Set(days.map(({ day }) => day));
  const rest = fromState
    .filter(({ day }) => !said.has(day))
    .map(({ day, name }): CalendarDay => ({ day, name, isOpen: false, isPublic: true, own: null }));
  return [...days, ...rest].sort(
    (one, other) => one.day.localeCompare(other.day) || one.name.localeCompare(other.name),
  );
}
