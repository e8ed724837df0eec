import { describe, expect, test } from "vitest";

type Texts = Record<string, unknown>;
const FILES = {
  ...import.meta.glob<{ default: Texts }>("../locales/*.json", { eager: true }),
  ...import.meta.glob<{ default: Texts }>("../features/*/locales/*.json", { eager: true }),
};

const leaves = (texts: Texts, prefix = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as [string, string]]
      : leaves(value as Texts, `${prefix}${key}.`),
  );

const blanks = (text: string): string[] => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name ?? "").sort();

const pairs = Object.keys(FILES)
  .filter((path) => path.endsWith("pt-BR.json"))
  .map((path) => [path, path.replace("pt-BR.json", "en.json")] as const);

/** Portuguese has `_many` where English has not. */
const singular = (keys: [string, string][]) => new Map(keys.filter(([key]) => !key.endsWith("_many")));

describe.each(pairs)("%s", (portuguese, english) => {
  const [ours, theirs] = [FILES[portuguese], FILES[english]].map((file) => singular(leaves(file?.default ?? {})));

  test("says the same things in both languages", () => {
    expect([...(theirs?.keys() ?? [])].sort()).toEqual([...(ours?.keys() ?? [])].sort());
  });

  test("leaves the same blanks in both languages", () => {
    for (const [key, text] of ours ?? []) expect([key, blanks(theirs?.get(key) ?? "")]).toEqual([key, blanks(text)]);
  });
});
