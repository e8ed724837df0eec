import { describe, expect, test } from "vitest";
import { assign, firstMapping, problemsOf, readFound, readPlan, samplesOf, type SheetFound } from "./mapping";

const sheet = (suggested: Record<string, string>, headings = Object.keys(suggested)): SheetFound => ({
  headings,
  suggested,
  preview: [],
});
const PORTUGUESE = {
  Nome: "name",
  Celular: "phone",
  "E-mail": "email",
  Etiquetas: "tags",
  "Aceita marketing": "consent.marketing",
};
const ENGLISH = {
  "Full name": "name",
  "Mobile phone": "phone",
  Email: "email",
  Labels: "tags",
  "Opt-in": "consent.marketing",
};

describe("firstMapping", () => {
  test.each([PORTUGUESE, ENGLISH])("takes what the headings say: %o", (suggested) => {
    expect(firstMapping(sheet(suggested), null)).toEqual(suggested);
  });

  test("takes what was chosen before, as far as the file still has the columns", () => {
    const chosen = { Nome: "name", Fax: "phone", Celular: "attributes.fax" };

    expect(firstMapping(sheet(PORTUGUESE), chosen)).toEqual({ Nome: "name", Celular: "attributes.fax" });
  });
});

describe("assign", () => {
  test("gives a target to one column alone", () => {
    expect(assign({ Celular: "phone", Fixo: "email" }, "Fixo", "phone")).toEqual({ Fixo: "phone" });
  });

  test("lets several columns hold tags", () => {
    expect(assign({ Grupo: "tags" }, "Etiquetas", "tags")).toEqual({ Grupo: "tags", Etiquetas: "tags" });
  });

  test("leaves a column out", () => {
    expect(assign({ Nome: "name", Fax: "phone" }, "Fax", null)).toEqual({ Nome: "name" });
  });
});

describe("problemsOf", () => {
  test("asks for a column that says who it is", () => {
    expect(problemsOf(readPlan({ mapping: { Plano: "attributes.plano" } }))).toEqual(["nobody"]);
    expect(problemsOf(readPlan({ mapping: { Nome: "name" } }))).toEqual([]);
  });

  test("asks on what a consent rests", () => {
    const mapping = { Celular: "phone", Aceita: "consent.marketing" };

    expect(problemsOf(readPlan({ mapping }))).toEqual(["basis"]);
    expect(problemsOf(readPlan({ mapping, legal_basis: "consent" }))).toEqual([]);
  });
});

describe("reading", () => {
  test("of what the API found, and of nothing", () => {
    const given = {
      headings: ["Nome"],
      suggested: { Nome: "name" },
      preview: [{ row_number: 2, values: { name: "Ana" }, errors: [] }],
    };

    expect(readFound(given)).toEqual(given);
    expect(readFound(null)).toEqual({ headings: [], suggested: {}, preview: [] });
  });

  test("of a plan fills in what is not said", () => {
    expect(readPlan({ duplicates: "update" })).toMatchObject({
      duplicates: "update",
      creates_tags: true,
      mapping: null,
    });
  });
});

describe("samplesOf", () => {
  const found = readFound({
    headings: ["Nome", "Fax"],
    preview: ["Ana", "", "Bia", "Caio", "Davi"].map((name, at) => ({ row_number: at + 2, values: { name } })),
  });

  test("shows the first values that there are", () => {
    expect(samplesOf(found, { Nome: "name" }, "Nome")).toEqual(["Ana", "Bia", "Caio"]);
  });

  test("shows none of a column that is left out", () => {
    expect(samplesOf(found, { Nome: "name" }, "Fax")).toEqual([]);
  });
});
