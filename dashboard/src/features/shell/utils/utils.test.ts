import { describe, expect, test } from "vitest";
import { pageTitle } from "@/hooks/use-page-title";
import { isMatch } from "./match";
import { isWithin, placesOf, screenOf } from "./navigation";
import { noticeOf } from "./notice";
import { trialDaysLeft } from "./trial";

describe("the navigation", () => {
  const ids = (me: Parameters<typeof placesOf>[0]) => placesOf(me).map(({ id }) => id);

  test("shows what somebody may see", () => {
    expect(ids({ role: "agent", permissions: ["conversations:read", "messages:send"] })).toEqual([
      "home",
      "inbox",
      "templates",
    ]);
  });

  test("shows who runs the platform nothing of a company", () => {
    expect(ids({ role: "super_admin", permissions: [] })).toEqual(["platform"]);
  });

  test("is where one is, and at the start only at the start", () => {
    const [home, contacts] = placesOf({ role: "admin", permissions: ["contacts:read"] });
    if (!home || !contacts) throw new Error("There are two places.");
    expect([isWithin(home, "/"), isWithin(home, "/contacts")]).toEqual([true, false]);
    expect(["/contacts/1", "/segments", "/contactsx"].map((path) => isWithin(contacts, path))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test.each([
  ["/inbox/1", "/inbox/2", true],
  ["/settings/users", "/settings/users/7", true],
  ["/settings/users", "/settings/roles", false],
  ["/", "/contacts", false],
])("%s and %s are the same page: %s", (one, other, same) => expect(screenOf(one) === screenOf(other)).toBe(same));

describe("a notice", () => {
  test("leads to its conversation", () => {
    const notice = noticeOf({ kind: "mention", user_ids: ["u"], conversation_id: "c1", data: { note_id: "n" } });
    expect(notice).toMatchObject({ kind: "mention", url: "/inbox/c1", tag: "mention:c1", words: null });
  });

  test.each([
    ["import_done", { import_id: "i1" }, "/imports/i1"],
    ["template", { template_id: "t1", name: "boas_vindas" }, "/templates/t1"],
    ["whatsapp_config", { whatsapp_config_id: "w1", name: "Vendas" }, "/settings/numbers/w1"],
    ["export_done", { export_id: "e1" }, undefined],
  ])("of %s leads to what it is about", (kind, data, url) => {
    expect(noticeOf({ kind, conversation_id: null, data })?.url).toBe(url);
  });

  test.each([
    ["import_done", "done", false, "import_done"],
    ["import_done", "done", true, "import_checked"],
    ["import_done", "cancelled", true, "import_cancelled"],
    ["import_done", "failed", false, "import_failed"],
    ["export_done", "done", undefined, "export_done"],
    ["export_done", "failed", undefined, "export_failed"],
  ])("of %s that is %s (dry run: %s) is told as %s", (kind, state, isDryRun, told) => {
    expect(noticeOf({ kind, data: { state, is_dry_run: isDryRun } })?.kind).toBe(told);
  });

  test("of a rule says what its author wrote", () => {
    expect(noticeOf({ kind: "rule", conversation_id: "c", data: { words: "VIP!" } })?.words).toBe("VIP!");
  });

  test("of a newer kind is shown all the same", () => {
    expect(noticeOf({ kind: "party", data: {} })?.kind).toBe("other");
  });

  test.each([null, {}, "x", { kind: 3 }])("%j is none", (data) => expect(noticeOf(data)).toBeNull());
});

describe("the palette", () => {
  test.each([
    ["conversacoes", "Conversações"],
    ["CONV", "Ir para Conversas"],
    ["tem esc", "Tema: Escuro"],
    ["", "Sair"],
  ])("finds by %j: %s", (written, text) => expect(isMatch(written, text)).toBe(true));

  test.each([
    ["versa", "Conversas"],
    ["tema claro", "Tema: Escuro"],
  ])("does not find by %j: %s", (written, text) => expect(isMatch(written, text)).toBe(false));
});

describe("the trial", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");

  test.each([
    ["2026-11-23T12:00:00Z", 3],
    ["2026-11-21T11:59:00Z", 0],
    ["2026-11-01T00:00:00Z", 0],
  ])("until %s has %d whole days left", (ends, days) => {
    expect(trialDaysLeft({ status: "trial", trial_ends_at: ends }, now)).toBe(days);
  });

  test("is over for who pays", () => {
    expect(trialDaysLeft({ status: "active", trial_ends_at: "2026-11-23T12:00:00Z" }, now)).toBeNull();
  });
});

test.each([
  ["Conversas", 3, "(3) Conversas · PyTake"],
  ["Conversas", 0, "Conversas · PyTake"],
  ["", 0, "PyTake"],
])("the tab of %j with %d unread says %s", (title, unread, words) => expect(pageTitle(title, unread)).toBe(words));
