import { describe, expect, test } from "vitest";
import { cannedSearch, filterCanned, wordsOf } from "./canned";

const of = (shortcut: string, title: string, body: string) => ({ shortcut, title, content: { type: "text", body } });
const ALL = [
  of("horario", "Horário de atendimento", "De segunda a sexta."),
  of("boleto", "Segunda via", "Segue o boleto."),
  of("pix-boleto", "Chave", "Pague por PIX."),
  of("ola", "Saudação", "Olá! Sobre o seu boleto…"),
];
const found = (search: string) => filterCanned(ALL, search).map(({ shortcut }) => shortcut);

describe("a canned response", () => {
  test("is looked for while nothing but a shortcut is written", () => {
    expect(cannedSearch("/bol")).toBe("bol");
    expect(cannedSearch("/")).toBe("");
    expect(cannedSearch("/bol eto")).toBeNull();
    expect(cannedSearch("veja a/b")).toBeNull();
  });

  test("is found by its shortcut first, then by title, then by text", () => {
    expect(found("boleto")).toEqual(["boleto", "pix-boleto", "ola"]);
    expect(found("segunda")).toEqual(["boleto", "horario"]);
  });

  test("is found without accents and capitals", () => {
    expect(found("HORÁ")).toEqual(["horario"]);
  });

  test("has the words of its text or caption", () => {
    expect(wordsOf({ type: "image", caption: "Mapa" })).toBe("Mapa");
    expect(wordsOf(null)).toBe("");
  });
});
