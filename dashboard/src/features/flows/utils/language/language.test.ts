import { describe, expect, test } from "vitest";
import english from "@/locales/flow-nodes.en.json";
import { doubtsOfExpression } from "./cel";
import { CEL_HELP, LIQUID_HELP } from "./help";
import { doubtsOfTemplate } from "./liquid";

const NAMES = new Set(
  "plano idade cpf tentativas numero quantidade valor nota faturas codigo nome motivo busca preco total itens vencimento".split(
    " ",
  ),
);
const cel = (text: string) =>
  doubtsOfExpression(text, NAMES).map(({ code, params }) => [code, ...Object.values(params ?? {})].join(" "));
const liquid = (text: string) =>
  doubtsOfTemplate(text, NAMES).map(({ code, params }) => [code, ...Object.values(params ?? {})].join(" "));

describe("the help", () => {
  test.each(CEL_HELP.flatMap((group) => group.entries.map((entry) => [entry.code, group.key, entry.key])))(
    "shows nothing odd: %s",
    (code, group, key) => {
      expect(cel(code)).toEqual([]);
      expect(english.help.cel).toHaveProperty(`${group}.${key}`);
      expect(english.help.cel.groups).toHaveProperty(group);
    },
  );

  test.each(LIQUID_HELP.flatMap((group) => group.entries.map((entry) => [entry.code, group.key, entry.key])))(
    "shows nothing odd: %s",
    (code, group, key) => {
      expect(liquid(code)).toEqual([]);
      expect(english.help.liquid).toHaveProperty(`${group}.${key}`);
      expect(english.help.liquid.groups).toHaveProperty(group);
    },
  );
});

describe("an expression", () => {
  test.each([
    ["vars.cpf == 'a", "open_quote"],
    ["size(vars.faturas", "bracket ("],
    ["vars.idade > 3)", "bracket )"],
    ["vars.plano = 'ouro'", "single_equals"],
    ["vars.cpff == 'a'", "unknown_name vars.cpff"],
    ["contact.nome == 'a'", "unknown_name contact.nome"],
    ["cpf == 'a'", "unknown_name cpf"],
    ["lower(response) == 'a'", "unknown_function lower"],
    ["response.trim() == 'a'", "unknown_function trim"],
  ])("%s is odd", (text, doubt) => {
    expect(cel(text)).toEqual([doubt]);
  });

  test.each([
    "",
    "vars.faturas.exists(f, f.status == 'open' && f.id != 'x')",
    "has(vars.cpf) && vars['cpf'] != '(not a bracket'",
    "contact.attributes.qualquer == 'x' // and a note (",
    "last.body.items[0].id == reply.id",
    "{'a': 1}.a == 1",
    "vars.idade <= 3 && vars.idade >= 1 && vars.idade != 2",
  ])("%s is not", (text) => {
    expect(cel(text)).toEqual([]);
  });
});

describe("a text", () => {
  test.each([
    ["Olá {{ contact.name", "open_markup"],
    ["{{ }}", "empty_markup"],
    ["{{ vars.cpff }}", "unknown_name vars.cpff"],
    ["{{ nada }}", "unknown_name nada"],
    ["{{ contact.nome }}", "unknown_name contact.nome"],
    ["{{ vars.nome | maiusculas }}", "unknown_filter maiusculas"],
    ["{% if vars.nome %}oi", "open_block if"],
    ["{% if vars.nome %}oi{% endfor %}", "open_block endfor"],
  ])("%s is odd", (text, doubt) => {
    expect(liquid(text)).toContain(doubt);
  });

  test.each([
    "sem nada",
    "{{ nome }} e {{vars.nome}}",
    "{{ vars.faturas[0].amount | replace: '.', ',' }}",
    "{% for f in vars.faturas %}{{ f.amount }}{% unless forloop.last %}, {% endunless %}{% endfor %}",
    "{% assign x = vars.total | plus: 1 %}{{ x }}",
    "Bearer {{secrets.TOKEN}}",
    '{{ vars.nome | default: "a | b }" }}'.replace(" }", ""),
    "{% if vars.plano == 'ouro' and vars.idade > 3 %}{{ now | date: '%d/%m' }}{% endif %}",
  ])("%s is not", (text) => {
    expect(liquid(text)).toEqual([]);
  });
});
