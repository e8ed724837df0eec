import type { Mocks } from "./script";

export type MockKind = "api" | "erp" | "ai";

/** An answer of each kind to begin with. */
export const NEW_MOCKS = {
  api: { method: "GET", url: "*", status: 200, body: {} },
  erp: { operation: "find_customer", result: {} },
  ai: { answer: "Sim.", sure: true },
} as const;

/** The answers of a kind, each as JSON has it. */
export function mocksOf(mocks: Mocks, kind: MockKind): unknown[] {
  return mocks[kind] ?? [];
}

/** Replaces the answers of a kind; the API says what is wrong with them. */
export function withMocks(mocks: Mocks, kind: MockKind, answers: readonly unknown[]): Mocks {
  return { ...mocks, [kind]: answers };
}

/** Whether the company is open: always, never, by each calendar, or nobody said. */
export type Hours = "unknown" | "open" | "closed" | "calendars";

/** Reads what is said of business hours. */
export function hoursOf(mocks: Mocks): Hours {
  if (mocks.hours === true) return "open";
  if (mocks.hours === false) return "closed";
  return mocks.hours && mocks.hours.length > 0 ? "calendars" : "unknown";
}

/** Writes it. */
export function withHours(mocks: Mocks, hours: Hours): Mocks {
  const written = { unknown: null, open: true, closed: false, calendars: [{ open: true, calendar: null }] };
  return { ...mocks, hours: written[hours] };
}
