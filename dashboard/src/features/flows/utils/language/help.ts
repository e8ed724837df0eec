/** One thing of a language with an example that can be taken over; `help.<language>.<key>` says what it does. */
export type HelpEntry = { key: string; code: string };
export type HelpGroup = { key: string; entries: readonly HelpEntry[] };

/** What is worth knowing of CEL as the engine has it. */
export const CEL_HELP: readonly HelpGroup[] = [
  {
    key: "compare",
    entries: [
      { key: "equal", code: "vars.plano == 'ouro'" },
      { key: "different", code: "vars.plano != 'ouro'" },
      { key: "order", code: "vars.idade >= 18" },
      { key: "and", code: "vars.idade >= 18 && vars.plano == 'ouro'" },
      { key: "or", code: "response == 'sim' || response == 's'" },
      { key: "not", code: "!(vars.idade >= 18)" },
      { key: "oneOf", code: "vars.plano in ['ouro', 'prata']" },
      { key: "ternary", code: "vars.idade >= 18 ? 'adulto' : 'menor'" },
    ],
  },
  {
    key: "presence",
    entries: [
      { key: "has", code: "has(vars.cpf)" },
      { key: "hasAnd", code: "has(contact.attributes.plano) && contact.attributes.plano == 'ouro'" },
      { key: "tag", code: "'vip' in contact.tags" },
    ],
  },
  {
    key: "texts",
    entries: [
      { key: "contains", code: "response.contains('boleto')" },
      { key: "starts", code: "response.startsWith('Quero')" },
      { key: "ends", code: "response.endsWith('?')" },
      { key: "matches", code: "response.matches('(?i)boleto|fatura')" },
      { key: "length", code: "size(response) > 10" },
      { key: "join", code: "'Olá, ' + contact.name" },
    ],
  },
  {
    key: "numbers",
    entries: [
      { key: "plus", code: "vars.tentativas + 1" },
      { key: "rest", code: "vars.numero % 2" },
      { key: "int", code: "int(vars.quantidade)" },
      { key: "double", code: "double(vars.valor) * 1.1" },
      { key: "string", code: "string(vars.nota)" },
    ],
  },
  {
    key: "lists",
    entries: [
      { key: "size", code: "size(vars.faturas)" },
      { key: "first", code: "vars.faturas[0].amount" },
      { key: "exists", code: "vars.faturas.exists(f, f.status == 'overdue')" },
      { key: "all", code: "vars.faturas.all(f, f.status == 'paid')" },
      { key: "filter", code: "vars.faturas.filter(f, f.status == 'open')" },
      { key: "map", code: "vars.faturas.map(f, f.amount)" },
    ],
  },
  {
    key: "times",
    entries: [
      { key: "in", code: "now + duration('24h')" },
      { key: "before", code: "now < timestamp('2026-12-31T23:59:59-03:00')" },
      { key: "hour", code: "now.getHours() < 12" },
      { key: "weekday", code: "now.getDayOfWeek() == 1" },
      { key: "since", code: "timestamp(contact.attributes.nps_em) > now - duration('720h')" },
    ],
  },
];

/** What is worth knowing of Liquid as the engine has it. */
export const LIQUID_HELP: readonly HelpGroup[] = [
  {
    key: "show",
    entries: [
      { key: "variable", code: "{{ vars.cpf }}" },
      { key: "default", code: '{{ contact.name | default: "cliente" }}' },
      { key: "firstName", code: "{{ contact.name | split: ' ' | first }}" },
    ],
  },
  {
    key: "texts",
    entries: [
      { key: "upcase", code: "{{ vars.codigo | upcase }}" },
      { key: "capitalize", code: "{{ vars.nome | capitalize }}" },
      { key: "replace", code: '{{ vars.valor | replace: ".", "," }}' },
      { key: "truncate", code: "{{ vars.motivo | truncate: 50 }}" },
      { key: "urlEncode", code: "{{ vars.busca | url_encode }}" },
    ],
  },
  {
    key: "numbers",
    entries: [
      { key: "plus", code: "{{ vars.nota | plus: 1 }}" },
      { key: "times", code: "{{ vars.preco | times: 2 }}" },
      { key: "round", code: "{{ vars.total | round: 2 }}" },
    ],
  },
  {
    key: "lists",
    entries: [
      { key: "join", code: '{{ vars.itens | join: ", " }}' },
      { key: "size", code: "{{ vars.faturas | size }}" },
      { key: "first", code: "{{ vars.faturas[0].amount }}" },
      { key: "for", code: "{% for f in vars.faturas %}{{ f.due_date }}: {{ f.amount }}\n{% endfor %}" },
      { key: "where", code: '{{ vars.faturas | where: "status", "open" | size }}' },
    ],
  },
  {
    key: "choose",
    entries: [
      { key: "if", code: "{% if vars.plano == 'ouro' %}…{% else %}…{% endif %}" },
      { key: "unless", code: "{% unless contact.email %}…{% endunless %}" },
      { key: "case", code: "{% case vars.plano %}{% when 'ouro' %}…{% else %}…{% endcase %}" },
    ],
  },
  {
    key: "times",
    entries: [
      { key: "now", code: "{{ now | date: '%d/%m/%Y %H:%M' }}" },
      { key: "date", code: "{{ vars.vencimento | date: '%d/%m' }}" },
    ],
  },
];
