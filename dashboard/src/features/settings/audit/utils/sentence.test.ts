import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import type { AuditEntry } from "../api/list-entries";
import { actorOf, deedOf, subjectOf } from "./sentence";

const ENTRY: AuditEntry = {
  id: "1",
  seq: 1,
  at: "2026-11-22T12:00:00Z",
  action: "department.updated",
  actor_kind: "user",
  user_id: "2",
  user_name: "Helena Prado",
  api_key_id: null,
  ip: null,
  user_agent: null,
  request_id: null,
  subject_type: "department",
  subject_id: "3",
  before: { name: "Sales" },
  after: { name: "Vendas" },
  hash: "",
};

const t = (key: string, values?: Record<string, unknown>) => i18next.t(key, { ns: "settings", ...values });

beforeAll(() => i18next.loadNamespaces("settings"));

describe("an entry is read as", () => {
  test("who did what to which thing, as it is called since", () => {
    expect(actorOf(ENTRY, t)).toBe("Helena Prado");
    expect(deedOf(ENTRY, t)).toBe("changed the department “Vendas”");
  });

  test("what was done, where it names nothing", () => {
    expect(deedOf({ ...ENTRY, action: "user.logged_in", before: null, after: null }, t)).toBe("logged in");
  });

  test("done by a key of somebody", () => {
    expect(actorOf({ ...ENTRY, actor_kind: "api_key", api_key_id: "9" }, t)).toContain("Helena Prado");
    expect(actorOf({ ...ENTRY, actor_kind: "api_key", api_key_id: "9" }, t)).not.toBe("Helena Prado");
  });

  test("its own name, where there is no text for it yet", () => {
    expect(deedOf({ ...ENTRY, action: "zebra.ridden", before: null, after: null }, t)).toBe("zebra.ridden");
  });
});

test("a thing that was taken away is called as it was", () => {
  expect(subjectOf({ before: { name: "Sales" }, after: null })).toBe("Sales");
  expect(subjectOf({ before: null, after: { count: 3 } })).toBeNull();
});

test("every action of the API has its words, in both languages", async () => {
  const { default: texts } = (await import("../../locales/en.json")) as { default: { audit: { actions: object } } };
  const { default: textos } = (await import("../../locales/pt-BR.json")) as { default: { audit: { actions: object } } };
  const { AUDIT_ACTIONS } = await import("./actions");
  const has = (tree: object, path: string): boolean =>
    typeof path
      .split(".")
      .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree) === "string";

  expect(AUDIT_ACTIONS.filter((action) => !has(texts.audit.actions, action))).toEqual([]);
  expect(AUDIT_ACTIONS.filter((action) => !has(textos.audit.actions, action))).toEqual([]);
});
