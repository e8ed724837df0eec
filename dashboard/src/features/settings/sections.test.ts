import { expect, test } from "vitest";
import { SECTIONS, sectionsFor } from "./sections";

const ids = (permissions: string[]) => sectionsFor(permissions).flatMap(({ sections }) => sections.map(({ id }) => id));

test("people see the sections that they have a permission for, and no empty group", () => {
  expect(ids(["tenant:read", "users:read"])).toEqual(["company", "plan", "users"]);
  expect(sectionsFor(["tenant:read"]).map(({ group }) => group)).toEqual(["company"]);
  expect(sectionsFor([])).toEqual([]);
});

test("every section has an address of its own", () => {
  expect(new Set(SECTIONS.map(({ id }) => id)).size).toBe(SECTIONS.length);
});
