import { expect, test } from "vitest";
import { previewOf, readSlots, slotsOf, writeSlots } from "./template-slots";

const COMPONENTS = [
  { type: "HEADER", format: "IMAGE" },
  { type: "BODY", text: "Olá {{1}}, sua fatura de {{2}} vence hoje. {{1}}!" },
  { type: "FOOTER", text: "Aurora" },
  {
    type: "BUTTONS",
    buttons: [
      { type: "QUICK_REPLY", text: "Parar" },
      { type: "URL", text: "Pagar", url: "https://a.example/{{1}}" },
      { type: "URL", text: "Site", url: "https://a.example/" },
      { type: "COPY_CODE", text: "Copiar" },
    ],
  },
];
const VALUES = {
  header: "https://a.example/b.png",
  "body.1": "{{ contact.name }}",
  "body.2": "R$ 10",
  "button.1": "x",
  "button.3": "PROMO",
};

test("every blank of a template is a field, once", () => {
  expect(slotsOf(COMPONENTS).map((slot) => [slot.key, slot.kind])).toEqual([
    ["header", "image"],
    ["body.1", "text"],
    ["body.2", "text"],
    ["button.1", "text"],
    ["button.3", "coupon_code"],
  ]);
});

test("what is filled in is written as Meta wants it, and read again", () => {
  const slots = slotsOf(COMPONENTS);
  const written = writeSlots(slots, VALUES);
  expect(written).toEqual([
    { type: "header", parameters: [{ type: "image", image: { link: VALUES.header } }] },
    {
      type: "body",
      parameters: [
        { type: "text", text: "{{ contact.name }}" },
        { type: "text", text: "R$ 10" },
      ],
    },
    { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: "x" }] },
    { type: "button", sub_type: "copy_code", index: "3", parameters: [{ type: "coupon_code", coupon_code: "PROMO" }] },
  ]);
  expect(readSlots(slots, written)).toEqual(VALUES);
});

test("blanks that have names are told by them", () => {
  const slots = slotsOf([{ type: "BODY", text: "Oi {{nome}}, {{dia}}" }]);
  const written = writeSlots(slots, { "body.nome": "Ana" });
  expect(written[0]?.parameters).toEqual([
    { type: "text", parameter_name: "nome", text: "Ana" },
    { type: "text", parameter_name: "dia", text: "" },
  ]);
  expect(
    readSlots(slots, [{ type: "body", parameters: [{ type: "text", parameter_name: "dia", text: "hoje" }] }]),
  ).toEqual({
    "body.nome": "",
    "body.dia": "hoje",
  });
});

test("the preview shows what is filled in, and the blanks that are not", () => {
  expect(previewOf(COMPONENTS, { "body.1": "Ana" })).toBe("Olá Ana, sua fatura de {{2}} vence hoje. Ana!");
});
