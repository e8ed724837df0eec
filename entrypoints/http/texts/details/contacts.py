"""Of contacts, their fields, tags, segments and consents."""

CONTACTS: dict[str, str] = {
    "#rrggbb, or one of {choices}": "Uma cor como #rrggbb, ou uma destas: {choices}.",
    "1 to {options} different ones of 1 to {option} characters for a choice, none for another type": (
        "De 1 a {options} opções diferentes, cada uma de 1 a {option} caracteres; só campos de escolha têm opções."
    ),
    "JSON as described in the guides": "Um filtro em JSON, como descrito nos guias.",
    "a CPF or CNPJ with the right check digits": "Um CPF ou CNPJ com os dígitos verificadores corretos.",
    "a channel such as whatsapp": "Um canal, como whatsapp.",
    "a date such as 2026-08-12": "Uma data como 2026-08-12.",
    "a language such as pt-BR": "Um idioma, como pt-BR.",
    "a list of the field's options": "Uma lista com opções do campo.",
    "a name, a phone or an e-mail": "Informe um nome, um telefone ou um e-mail.",
    "a number": "Um número.",
    "a number between -{limit} and {limit}": "Um número entre -{limit} e {limit}.",
    "a phone number with 6 to 15 digits": "Um telefone com 6 a 15 dígitos.",
    "a segment or a filter, not both": "Um segmento ou um filtro, não os dois.",
    "a text that is not empty": "Um texto que não esteja vazio.",
    "a time is compared with `at` or with `days`, as its `op` says": (
        "Um horário é comparado com `at` ou com `days`, conforme o `op`."
    ),
    "a time to come, of a yes": "Uma data futura, e só para quem disse sim.",
    "an address that begins with http:// or https://": "Um endereço que comece com http:// ou https://.",
    "an attribute is compared with a `value`, as its `op` says": (
        "Um atributo é comparado com um `value`, conforme o `op`."
    ),
    "at most {limit} conditions": "No máximo {limit} condições.",
    "at most {limit} levels deep": "No máximo {limit} níveis de profundidade.",
    "from -{limit} to {limit}, and not 0": "De -{limit} a {limit}, exceto 0.",
    "one of the field's options": "Uma das opções do campo.",
    "small letters and digits, at most {limit}": "Letras minúsculas e dígitos, no máximo {limit}.",
    "small letters, digits and underscores, a letter first": "Letras minúsculas, dígitos e _, começando com uma letra.",
    "tags of this company": "Use etiquetas desta empresa.",
    "the company has no such field": "A empresa não tem este campo.",
    "the company wants to know it": "A empresa exige este campo.",
    "true or false": "Verdadeiro ou falso.",
    "where it comes from, in one line": "Diga de onde vem, em uma linha.",
    "{misfits} contacts hold a value that does not fit": "Contatos com um valor que não serve: {misfits}.",
}
