import { numberOf, textOf, wholeOf } from "../../utils/checks";
import type { Config } from "../api/get-config";

/** Meta's throughput of an upgraded number. */
const MOST_A_SECOND = 1_000;
const MOST_A_MINUTE = MOST_A_SECOND * 60;
const MOST_A_DAY = 100_000_000;

export type Limits = { messages_per_second: string; rate_limit_per_minute: string; daily_limit: string };

/** How fast may be sent, as fields hold it. */
export const limitsShape = (t: (key: string, values?: Record<string, unknown>) => string) => ({
  messages_per_second: wholeOf(t, { least: 1, most: MOST_A_SECOND }),
  rate_limit_per_minute: wholeOf(t, { least: 1, most: MOST_A_MINUTE, optional: true }),
  daily_limit: wholeOf(t, { least: 1, most: MOST_A_DAY, optional: true }),
});

/** The fields of a number's limits. */
export const limitsOf = (config: Config): Limits => ({
  messages_per_second: textOf(config.messages_per_second),
  rate_limit_per_minute: textOf(config.rate_limit_per_minute),
  daily_limit: textOf(config.daily_limit),
});

/** What the API is told of them; an empty one is none. */
export const limitsBody = (limits: Limits) => ({
  messages_per_second: Number(limits.messages_per_second),
  rate_limit_per_minute: numberOf(limits.rate_limit_per_minute),
  daily_limit: numberOf(limits.daily_limit),
});
