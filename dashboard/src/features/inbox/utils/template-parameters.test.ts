import { describe, expect, test } from "vitest";
import { gapsOf, missingIn, modelOf, parametersOf, toComponents } from "./template-parameters";

type Row = Parameters<typeof modelOf>[0];
const BILL: Row = {
  category: "utility",
  parameter_format: "positional",
  components: [
    { type: "HEADER", format: "TEXT", text: "Fatura de {{1}}", example: { header_text: ["maio"] } },
    { type: "BODY", text: "Olá {{1}}, R$ {{2}}.", example: { body_text: [["Ana", "99,90"]] } },
    { type: "FOOTER", text: "Aurora" },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Já paguei" },
        { type: "URL", text: "Abrir", url: "https://a.example/f/{{1}}", example: ["https://a.example/f/abc"] },
      ],
    },
  ],
};
const VISIT: Row = {
  category: "utility",
  parameter_format: "named",
  components: [
    { type: "HEADER", format: "IMAGE", example: { header_handle: ["4::x"] } },
    {
      type: "BODY",
      text: "Olá {{nome}}, {{ quando }}. Até {{quando}}!",
      example: { body_text_named_params: [{ param_name: "quando", example: "segunda" }] },
    },
  ],
};
const FULL = { header: "novembro", "body.1": "Joana", "body.2": "10", "button.1": "xyz" };

describe("a template's gaps", () => {
  test("are each once: numbers in their order, names as they appear", () => {
    expect(gapsOf("{{10}} {{2}} {{2}}")).toEqual(["2", "10"]);
    expect(gapsOf("{{quando}} {{ nome }}")).toEqual(["quando", "nome"]);
    expect(gapsOf(null)).toEqual([]);
  });
});

describe("what a template asks for", () => {
  test("are its gaps from top to bottom, with examples", () => {
    expect(modelOf(BILL).slots).toEqual([
      { id: "header", place: "header", name: "1", example: "maio" },
      { id: "body.1", place: "body", name: "1", example: "Ana" },
      { id: "body.2", place: "body", name: "2", example: "99,90" },
      { id: "button.1", place: "button", name: "1", example: "abc", button: "Abrir" },
    ]);
  });

  test("is a file above the text, where it has one", () => {
    const model = modelOf(VISIT);

    expect(model.headerMedia).toBe("image");
    expect(model.slots.map(({ id, example }) => [id, example])).toEqual([
      ["body.nome", ""],
      ["body.quando", "segunda"],
    ]);
  });

  test("is no code for the button of a code template: the API repeats that of the text", () => {
    expect(modelOf({ ...BILL, category: "authentication" }).slots.map(({ place }) => place)).not.toContain("button");
  });

  test("cannot be given here for parts that nobody here knows", () => {
    expect(modelOf({ ...BILL, components: [{ type: "CAROUSEL", cards: [] }] }).isSendable).toBe(false);
    expect(modelOf({ ...BILL, components: [{ type: "HEADER", format: "LOCATION" }] }).isSendable).toBe(false);
    expect(modelOf(BILL).isSendable).toBe(true);
  });

  test("is nothing where the parts cannot be read", () => {
    expect(modelOf({ ...BILL, components: "broken" }).slots).toEqual([]);
  });
});

describe("what is missing", () => {
  test("is what is empty or blank, and the file", () => {
    expect(missingIn(modelOf(BILL), { ...FULL, "body.2": "  " }, false)).toEqual(["body.2"]);
    expect(missingIn(modelOf(VISIT), {}, false)).toEqual(["header_media", "body.nome", "body.quando"]);
    expect(missingIn(modelOf(VISIT), { "body.nome": "a", "body.quando": "b" }, true)).toEqual([]);
  });
});

describe("what is sent", () => {
  test("keeps numbered gaps in their places", () => {
    expect(parametersOf(modelOf(BILL), { "body.2": "10" }, "positional")).toEqual({
      header: null,
      body: ["", "10"],
      buttons: [],
    });
  });

  test("names what is named", () => {
    const values = { "body.quando": "segunda", "body.nome": "Ana" };

    expect(parametersOf(modelOf(VISIT), values, "named").body).toEqual({ nome: "Ana", quando: "segunda" });
    expect(toComponents(modelOf(VISIT), values, "named")).toEqual([
      {
        type: "body",
        parameters: [
          { type: "text", text: "Ana", parameter_name: "nome" },
          { type: "text", text: "segunda", parameter_name: "quando" },
        ],
      },
    ]);
  });

  test("is Meta's shape, without the parts that need nothing", () => {
    expect(toComponents(modelOf(BILL), FULL, "positional")).toEqual([
      { type: "header", parameters: [{ type: "text", text: "novembro" }] },
      {
        type: "body",
        parameters: [
          { type: "text", text: "Joana" },
          { type: "text", text: "10" },
        ],
      },
      { type: "button", index: "1", parameters: [{ type: "text", text: "xyz" }] },
    ]);
  });
});
