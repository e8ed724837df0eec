"""Of a request as such: its query, its headers, its form, its page."""

REQUESTS: dict[str, str] = {
    "1 to 255 printable ASCII characters": "De 1 a 255 caracteres ASCII visíveis.",
    "a cursor of this list in another order": "O cursor é desta lista em outra ordem.",
    "a time between the years 1 and 9999 in UTC": "Uma data entre os anos 1 e 9999, em UTC.",
    "a time with its offset, such as 2026-08-12T12:00:00Z": "Um horário com fuso, como 2026-08-12T12:00:00Z.",
    'a version in quotes, such as "4"': 'Uma versão entre aspas, como "4".',
    "a word to look for": "Escreva pelo menos uma palavra para buscar.",
    "an order of what is open, and not of what is resolved or archived": (
        "Esta ordem vale para o que está aberto, e não para o que foi resolvido ou arquivado."
    ),
    "give it once": "Informe uma única vez.",
    "JSON": "Envie um JSON.",
    "me": "O único valor possível é me.",
    "no such field here": "Este campo não existe aqui.",
    "no such parameter here": "Este parâmetro não existe aqui.",
    "no such thing here: {choices}": "Isto não existe aqui: {choices}.",
    "not a cursor of this list": "O cursor não é desta lista.",
    "of which conversation": "Diga de qual conversa.",
    "of {choices}, by commas": "Valores entre {choices}, separados por vírgulas.",
    "send a JSON body": "Envie um corpo em JSON.",
    "send it once": "Envie uma única vez.",
    "send this or Authorization, not both": "Envie este cabeçalho ou Authorization, não os dois.",
    "the character U+0000 cannot be searched": "O caractere U+0000 não pode ser buscado.",
    "the form holds one file and nothing else": "O formulário leva um arquivo e nada mais.",
    "this is no multipart form": "Isto não é um formulário multipart.",
    "within the first {limit} items; go on by cursor": (
        "Só entre os primeiros {limit} itens; depois, continue pelo cursor."
    ),
    "{choices}, or an id": "Escolha entre {choices}, ou informe um identificador.",
}
