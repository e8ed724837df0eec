/** A time as people say it. `days` count from Sunday, 0; `custom` is any other cron expression. */
export type Times =
  | { kind: "daily"; time: string }
  | { kind: "weekly"; time: string; days: number[] }
  | { kind: "monthly"; time: string; day: number }
  | { kind: "custom"; cron: string };

const NUMBER = /^\d{1,2}$/;

/** Reads the cron expressions that the form can show; all others are `custom`. */
export function readCron(cron: string): Times {
  const [minute = "", hour = "", day = "", month = "", weekday = "", ...rest] = cron.trim().split(/\s+/);
  const isTime = NUMBER.test(minute) && NUMBER.test(hour) && Number(minute) < 60 && Number(hour) < 24;
  if (!isTime || month !== "*" || rest.length) return { kind: "custom", cron };
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (day === "*" && weekday === "*") return { kind: "daily", time };
  const days = day === "*" ? readDays(weekday) : null;
  if (days) return { kind: "weekly", time, days };
  const isMonthly = weekday === "*" && NUMBER.test(day) && Number(day) >= 1 && Number(day) <= 31;
  return isMonthly ? { kind: "monthly", time, day: Number(day) } : { kind: "custom", cron };
}

/** Writes a time as cron. */
export function writeCron(times: Times): string {
  if (times.kind === "custom") return times.cron;
  const [hour, minute] = times.time.split(":").map(Number);
  const start = `${minute ?? 0} ${hour ?? 0}`;
  if (times.kind === "daily") return `${start} * * *`;
  if (times.kind === "monthly") return `${start} ${times.day} * *`;
  return `${start} * * ${times.days.length ? [...times.days].sort().join(",") : "*"}`;
}

function readDays(weekday: string): number[] | null {
  const days: number[] = [];
  for (const part of weekday.split(",")) {
    const [first, last = first] = part.split("-");
    if (!/^[0-7]$/.test(first ?? "") || !/^[0-7]$/.test(last ?? "") || Number(first) > Number(last)) return null;
    for (let day = Number(first); day <= Number(last); day += 1) days.push(day % 7);
  }
  return [...new Set(days)].sort();
}
