import { expect, test } from "vitest";
import { readCron, writeCron } from "./cron";

test.each([
  ["0 9 * * *", { kind: "daily", time: "09:00" }],
  ["30 18 * * 1-5", { kind: "weekly", time: "18:30", days: [1, 2, 3, 4, 5] }],
  ["0 8 * * 0,7", { kind: "weekly", time: "08:00", days: [0] }],
  ["15 7 10 * *", { kind: "monthly", time: "07:15", day: 10 }],
  ["*/5 * * * *", { kind: "custom", cron: "*/5 * * * *" }],
  ["0 9 * 1 *", { kind: "custom", cron: "0 9 * 1 *" }],
  ["0 9 1 * 1", { kind: "custom", cron: "0 9 1 * 1" }],
  ["", { kind: "custom", cron: "" }],
])("%s is read as people say it", (cron, times) => {
  expect(readCron(cron)).toEqual(times);
  expect(readCron(writeCron(readCron(cron)))).toEqual(times);
});
