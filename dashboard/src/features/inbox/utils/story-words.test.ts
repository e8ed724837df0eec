import { readFileSync } from "node:fs";
import { createInstance } from "i18next";
import { describe, expect, test } from "vitest";
import en from "../locales/en.json";
import ptBR from "../locales/pt-BR.json";
import { storyWords } from "./story-words";

const NAMES = {
  user: (id: string) => ({ u1: "Ana", u2: "Bia" })[id],
  department: (id: string) => ({ d1: "Vendas" })[id],
};
const instance = createInstance();
await instance.init({
  lng: "en",
  resources: { en: { inbox: en }, "pt-BR": { inbox: ptBR } },
  interpolation: { escapeValue: false },
});
const t = (language: string) => instance.getFixedT(language, "inbox");

/** Every kind that the server knows, from its own list. */
const kinds = [
  ...readFileSync("../domain/conversations/timeline.py", "utf8").matchAll(/^ {4}[A-Z_]+ = "([a-z_]+)"$/gm),
].map((found) => found[1] ?? "");
const ACTORS = ["user", "bot", "contact", "rule", "system"];
/** Those that are not of one conversation, and those that only repeat a note beside them. */
const own = kinds.filter((kind) => !/^(contact|identity|consent)_|^noted$/.test(kind) && !ACTORS.includes(kind));

/** With all that any of them says. */
const FULL = {
  to_user: "u2",
  to_department: "d1",
  until: "2026-08-12T12:00:00Z",
  tags: ["VIP"],
  score: 5,
  name: "Urgent ones",
  to: "high",
  kind: "resolution",
  resolution: "paid",
};
const said = (language: string, kind: string, data: unknown, actor = "user") =>
  storyWords({ kind, actor, user_id: actor === "user" ? "u1" : null, data }, t(language), NAMES);

describe.each(["en", "pt-BR"])("in %s", (language) => {
  test("every kind of the server's has a sentence of its own without a blank", () => {
    expect(own.length).toBeGreaterThan(20);
    const other = said(language, "unheard_of", FULL).words;
    for (const kind of own)
      for (const data of [FULL, {}, null]) {
        const { words } = said(language, kind, data);
        expect(words, kind).not.toMatch(/\{\{|thread\.|priority\.|promise\.|undefined/);
        expect(words, kind).not.toBe(other);
      }
  });

  test("every reason why a flow did not begin is told", () => {
    const source = readFileSync("../domain/flows/starts.py", "utf8");
    const list = source.slice(source.indexOf("class NotStarted")).split("\nclass ")[0] ?? "";
    const codes = [...list.matchAll(/= "([a-z_]+)"/g)].map((found) => found[1]);
    const plain = said(language, "flow_not_started", {}).words;
    const told = codes.map((reason) => said(language, "flow_not_started", { reason }, "system").words);

    expect(new Set([...told, plain]).size).toBe(codes.length + 1);
  });
});

test("says who passed it to which queue, and where nobody did only where it is", () => {
  const data = { to_user: null, to_department: "d1" };
  expect(said("en", "waiting", data).words).toBe("Ana passed the conversation to the queue of Vendas");
  expect(said("en", "waiting", data, "bot").words).toBe("In the queue of Vendas");
});

test("names nobody else where the person is not known any more", () => {
  expect(said("en", "transferred", { to_user: "gone", to_department: "d1" }).words).toBe(
    "Ana transferred the conversation",
  );
});

test("gives the reason that a person wrote, not the server's own codes", () => {
  expect(said("en", "transferred", { to_user: "u2", reason: "knows the case" }).reason).toBe("knows the case");
  expect(said("en", "resolved", { resolution: "paid" }).reason).toBe("paid");
  for (const reason of ["rule", "late_message", "agent_gone"])
    expect(said("en", "waiting", { to_department: "d1", reason }, "system").reason).toBeNull();
  expect(said("en", "taken_over", { to_user: "u1", reason: "takeover" }).reason).toBeNull();
  expect(said("en", "resolved", { resolution: "merged" }, "user").reason).toBeNull();
});
