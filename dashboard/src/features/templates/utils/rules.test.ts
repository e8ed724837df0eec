import { describe, expect, test } from "vitest";
import { mayAdd } from "./button-rules";
import { componentsOf } from "./components";
import { buttonOf, draftOf, EMPTY_DRAFT, type ButtonType, type Draft, type DraftButton } from "./draft";
import { fill, gapsOf, nextGap } from "./gaps";
import { placeOf } from "./places";
import { findingsOf, nameOf } from "./rules";

const GOOD: Draft = {
  ...EMPTY_DRAFT,
  name: "lembrete_consulta",
  body: { text: "Olá {{1}}, sua consulta é {{2}}. Responda abaixo, por favor.", examples: { 1: "Ana", 2: "seg 14h" } },
};
const body = (text: string, examples: Record<string, string> = { 1: "a", 2: "b" }): Draft => ({
  ...GOOD,
  body: { text, examples },
});
const header = (given: Partial<Draft["header"]>): Draft => ({
  ...GOOD,
  header: { ...EMPTY_DRAFT.header, format: "TEXT", ...given },
});
const buttons = (...given: [ButtonType, Partial<DraftButton>?][]): Draft => ({
  ...GOOD,
  buttons: given.map(([type, rest], place) => buttonOf(type, { text: `Opção ${place}`, ...rest })),
});
const errors = (draft: Draft): string[] =>
  findingsOf(draft)
    .filter((one) => one.level === "error")
    .map((one) => `${one.at} ${one.key}`);
const warnings = (draft: Draft): string[] =>
  findingsOf(draft)
    .filter((one) => one.level === "warning")
    .map((one) => one.key);
const URL = { url: "https://agenda.example/r/{{1}}", example: "42" };

describe("findingsOf", () => {
  test.each<[string, Draft]>([
    ["a plain one", GOOD],
    ["named gaps", { ...body("Olá {{nome}}, tudo bem com você?", { nome: "Ana" }), format: "named" }],
    ["a header that is a gap", header({ text: "{{1}}", example: "Ana" })],
    ["a header with a file", header({ format: "IMAGE", sample: { mediaId: "m", filename: "f.png" } })],
    ["a place above", header({ format: "LOCATION" })],
    ["a text of 1,024 emojis", body("😀".repeat(1024), {})],
    ["a footer", { ...GOOD, footer: "Clínica Sorriso" }],
    ["ten quick replies", buttons(...Array.from({ length: 10 }, () => ["QUICK_REPLY"] as [ButtonType]))],
    [
      "each kind together",
      buttons(
        ["QUICK_REPLY"],
        ["QUICK_REPLY"],
        ["URL", URL],
        ["PHONE_NUMBER", { phone: "+55 11 5555-0100" }],
        ["COPY_CODE", { example: "NATAL10" }],
      ),
    ],
    ["replies behind the others", buttons(["URL", { url: "https://a.example" }], ["QUICK_REPLY"])],
    ["a code", { ...EMPTY_DRAFT, name: "codigo", category: "authentication" }],
  ])("takes %s", (_, draft) => expect(errors(draft)).toEqual([]));

  test.each<[string, Draft]>([
    ["name missing", { ...GOOD, name: "" }],
    ["name name", { ...GOOD, name: "Lembrete-Ação" }],
    ["name name", { ...GOOD, name: "a".repeat(513) }],
    ["language language", { ...GOOD, language: "pt-BR" }],
    ["body.text missing", body("  ")],
    ["body.text long", body("x".repeat(1025))],
    ["body.text gap.border", body("{{1}}, olá para você e os seus.")],
    ["body.text gap.border", body("Olá para você e os seus, {{1}} ")],
    ["body.text gap.adjacent", body("Olá {{1}} {{2}}, como vai você e os seus?")],
    ["body.text gap.numbered", body("Olá {{1}}, como vai {{3}} hoje?", { 1: "a", 3: "b" })],
    ["body.text gap.unclosed", body("Olá {{1}, como vai você?")],
    ["body.examples.2 example", body("Olá {{1}}, como vai {{2}} hoje em dia?", { 1: "a", 2: " " })],
    ["body.text gap.named", { ...body("Olá {{Nome}}, tudo bem com você?", { Nome: "a" }), format: "named" }],
    ["header.text long", header({ text: "x".repeat(61) })],
    ["header.text one_gap", header({ text: "{{1}} e {{2}}", example: "a" })],
    ["header.text formatting", header({ text: "*Consulta*" })],
    ["header.example example", header({ text: "Olá {{1}}" })],
    ["header.sample sample", header({ format: "VIDEO" })],
    ["footer long", { ...GOOD, footer: "x".repeat(61) }],
    ["footer no_gap", { ...GOOD, footer: "Olá {{1}}" }],
    ["buttons too_many", buttons(...Array.from({ length: 11 }, () => ["QUICK_REPLY"] as [ButtonType]))],
    ["buttons most.URL", buttons(["URL", URL], ["URL", URL], ["URL", URL])],
    ["buttons most.PHONE_NUMBER", buttons(["PHONE_NUMBER", { phone: "11" }], ["PHONE_NUMBER", { phone: "11" }])],
    ["buttons together", buttons(["QUICK_REPLY"], ["URL", URL], ["QUICK_REPLY"])],
    ["buttons twice", buttons(["QUICK_REPLY", { text: "Sim" }], ["QUICK_REPLY", { text: "Sim" }])],
    ["buttons.0.text missing", buttons(["QUICK_REPLY", { text: "" }])],
    ["buttons.0.text long", buttons(["QUICK_REPLY", { text: "x".repeat(26) }])],
    ["buttons.0.text no_gap", buttons(["QUICK_REPLY", { text: "Olá {{1}}" }])],
    ["buttons.0.url url", buttons(["URL", { url: "agenda.example" }])],
    ["buttons.0.url url", buttons(["URL", { url: "https://{{1}}.example", example: "a" }])],
    ["buttons.0.example example", buttons(["URL", { ...URL, example: "" }])],
    ["buttons.0.phone phone", buttons(["PHONE_NUMBER", { phone: "ligue" }])],
    ["buttons.0.example code", buttons(["COPY_CODE", { example: "x".repeat(21) }])],
    ["buttons.0.flow flow", buttons(["FLOW"])],
    ["code.minutes minutes", { ...GOOD, category: "authentication", code: { warns: true, minutes: 91, text: "" } }],
  ])("finds %s", (expected, draft) => expect(errors(draft)).toContain(expected));

  test("warns of a text that is mostly gaps", () => {
    expect(warnings(body("Oi {{1}} e {{2}} ok"))).toContain("ratio");
    expect(warnings(GOOD)).not.toContain("ratio");
  });

  test("warns of buttons that WhatsApp on a computer does not show", () => {
    expect(warnings(buttons(["QUICK_REPLY"], ["URL", URL]))).toEqual(["desktop"]);
    expect(warnings(buttons(["QUICK_REPLY"], ["QUICK_REPLY"]))).toEqual([]);
  });
});

describe("componentsOf and draftOf", () => {
  const told = (draft: Draft) => ({ ...draft, parameter_format: draft.format, components: componentsOf(draft) });
  const withoutIds = (draft: Draft) => ({ ...draft, buttons: draft.buttons.map((one) => ({ ...one, id: "" })) });

  test.each<[string, Draft]>([
    ["numbers", { ...header({ text: "Oi {{1}}", example: "Ana" }), footer: "Sorriso" }],
    ["names", { ...body("Olá {{nome}}, tudo bem?", { nome: "Ana" }), format: "named" }],
    ["buttons", buttons(["QUICK_REPLY"], ["URL", URL], ["PHONE_NUMBER", { phone: "5511" }])],
  ])("give the same draft back: %s", (_, draft) => {
    const again = draftOf(told(draft));

    expect(withoutIds(again)).toEqual({ ...withoutIds(draft), code: again.code });
  });

  test("write no text for a code to log in: it is Meta's", () => {
    expect(componentsOf({ ...GOOD, category: "authentication" })).toEqual([
      { type: "BODY", add_security_recommendation: true },
      { type: "FOOTER", code_expiration_minutes: 5 },
      { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] },
    ]);
  });

  test("give examples of gaps that are there, in their order", () => {
    const draft = body("Olá {{1}}, e {{2}}?", { 2: "dois", 1: "um", 3: "três" });

    expect(componentsOf(draft)[0]).toMatchObject({ example: { body_text: [["um", "dois"]] } });
  });
});

describe("gaps", () => {
  test("are told by number and filled", () => {
    expect(gapsOf("{{2}} {{ 1 }} {{2}}")).toEqual(["1", "2"]);
    expect(fill("Olá {{ 1 }} e {{2}}", { 1: "Ana" })).toBe("Olá Ana e {{2}}");
  });

  test("go on with the next one", () => {
    expect(nextGap("Olá {{1}}", "positional")).toBe("{{2}}");
    expect(nextGap("Olá {{variavel}}", "named")).toBe("{{variavel_2}}");
  });
});

describe("placeOf", () => {
  const draft: Draft = { ...header({ text: "Oi" }), buttons: buttons(["URL", URL]).buttons };

  test.each([
    ["components[0].text", "header.text"],
    ["components[1].example.body_text", "body.examples"],
    ["components[2].buttons[0].phone_number", "buttons.0.phone"],
    ["components[2].buttons", "buttons"],
    ["name", "name"],
  ])("says where %s stands", (field, place) => expect(placeOf(field, componentsOf(draft))).toBe(place));
});

test("nameOf makes a name that Meta takes", () => {
  expect(nameOf("Confirmação de Consulta 2")).toBe("confirmacao_de_consulta_2");
});

test("mayAdd holds each kind within its number", () => {
  const two = buttons(["URL", URL], ["URL", URL]).buttons;

  expect([mayAdd(two, "URL"), mayAdd(two, "QUICK_REPLY")]).toEqual([false, true]);
});
