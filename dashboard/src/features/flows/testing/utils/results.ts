import type { Schema } from "@/api/types";
import type { Script } from "./script";

/** A saved test, and how it went; null where it has not run as it is now. */
export type Outcome = { test: Script; name: string; result: Schema<"RehearsedTest"> | null };

/** Puts results beside the tests, in their order: a test without a name is called by its number. */
export function outcomesOf(tests: readonly Script[], rehearsed: Schema<"Rehearsed"> | undefined): Outcome[] {
  const byName = new Map(rehearsed?.tests.map((one) => [one.name, one]));
  return tests.map((test, at) => {
    const name = test.name?.trim() || `#${at + 1}`;
    return { test, name, result: byName.get(name) ?? null };
  });
}

/** How many are red. */
export const redOf = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ result }) => result && !result.passed).length;

/** Puts a test in the place of another, which is known by its name. */
export function replaced(tests: readonly Script[], name: string, test: Script): Script[] {
  return tests.map((one, at) => ((one.name?.trim() || `#${at + 1}`) === name ? test : one));
}

/** Leaves a test out. */
export function without(tests: readonly Script[], name: string): Script[] {
  return tests.filter((one, at) => (one.name?.trim() || `#${at + 1}`) !== name);
}
