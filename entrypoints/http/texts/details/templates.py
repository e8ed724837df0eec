"""Of templates: what Meta would refuse of a draft, and what is wrong with what fills one."""

TEMPLATES: dict[str, str] = {
    "SECRET_UNREADABLE: enter the number's access token again": (
        "SECRET_UNREADABLE: informe novamente o token de acesso do número."
    ),
    "TOO_MANY: more than {limit} pages": "TOO_MANY: são mais de {limit} páginas de modelos.",
    "a button of the kind {type} takes no parameter": "Um botão do tipo {type} não leva parâmetro.",
    "an authentication template has no header": "Um modelo de autenticação não tem cabeçalho.",
    "an authentication template has one OTP button and no other": (
        "Um modelo de autenticação tem um botão OTP e nenhum outro."
    ),
    "an authentication template needs one OTP button": "Um modelo de autenticação precisa de um botão OTP.",
    "belongs to authentication templates": "Só vale para modelos de autenticação.",
    "has a gap that is not closed: write {{1}} or {{name}}": (
        "Há uma variável que não foi fechada: escreva {{1}} ou {{name}}."
    ),
    "has the text {text!r} twice": "O texto {text!r} aparece duas vezes.",
    "has {kind} more than once": "{kind} aparece mais de uma vez.",
    "is Meta's own in an authentication template: leave it out": (
        "Em um modelo de autenticação este texto é da Meta: deixe de fora."
    ),
    "is no component with parameters": "Isto não é um componente com parâmetros.",
    "must be 1 to {limit}": "De 1 a {limit}.",
    "must be a phone of at most {limit} characters": "Um telefone de no máximo {limit} caracteres.",
    "must be given by position, without names": "Informe por posição, sem nomes.",
    "must be http(s), at most {limit} characters, its one gap {{{{1}}}} at the end": (
        "Um endereço http(s) de no máximo {limit} caracteres, com a única variável {{{{1}}}} no fim."
    ),
    "must be marketing, utility or authentication": "Escolha marketing, utility ou authentication.",
    "must be of the kind {kind}": "Precisa ser do tipo {kind}.",
    "must be one code of 1 to {limit} characters": "Um código de 1 a {limit} caracteres.",
    "must be one of Meta's codes, such as pt_BR, en_US, es": "Um dos códigos da Meta, como pt_BR, en_US ou es.",
    "must be one of {choices}": "Escolha entre: {choices}.",
    "must have 1 to {limit} characters, has {count}": "De 1 a {limit} caracteres; agora são {count}.",
    "must have 1 to {limit} of a-z, 0-9 and _": "De 1 a {limit} caracteres entre a-z, 0-9 e _.",
    "must have at most one gap": "No máximo uma variável.",
    "must have at most {limit} characters": "No máximo {limit} caracteres.",
    "must have at most {limit} characters when filled": "No máximo {limit} caracteres depois de preenchido.",
    "must have at most {limit} characters when filled, has {count}": (
        "No máximo {limit} caracteres depois de preenchido; agora são {count}."
    ),
    "must have at most {limit} of {kind}, has {count}": "No máximo {limit} do tipo {kind}; agora são {count}.",
    "must have its QUICK_REPLY buttons together, before or after the others": (
        "Os botões QUICK_REPLY ficam juntos, antes ou depois dos outros."
    ),
    "must have no gap": "Sem variáveis aqui.",
    "must have no line break and no formatting": "Sem quebras de linha e sem formatação.",
    "must have one example for each of the {count} gaps": "Um exemplo para cada variável, que aqui são {count}.",
    "must have one row": "Uma única linha de exemplos.",
    "must have words between two gaps": "É preciso ter palavras entre duas variáveis.",
    "must have {wanted} parameters, has {count}": "O modelo pede {wanted} parâmetros; agora são {count}.",
    "must name a form": "Diga qual formulário.",
    "must name the program that takes the code": "Diga qual aplicativo recebe o código.",
    "must not begin or end with a gap": "O texto não pode começar nem terminar com uma variável.",
    "must number its gaps {{1}}, {{2}} and so on, leaving none out": (
        "Numere as variáveis {{1}}, {{2}} e assim por diante, sem pular nenhuma."
    ),
    "needs a BODY": "Falta o corpo (BODY).",
    "needs one example file: its `media_id`, or the handle Meta gave it": (
        "Falta um arquivo de exemplo: o `media_id` dele, ou o identificador que a Meta deu."
    ),
    "needs one of the kind {kind}": "Falta um arquivo ou valor do tipo {kind}.",
    "stands in a TEXT header only": "Só vale em um cabeçalho TEXT.",
    "takes one parameter, has {count}": "Leva um parâmetro; agora são {count}.",
    "the template has no file above its text": "O modelo não tem arquivo acima do texto.",
    "the template has no such button": "O modelo não tem este botão.",
    "the template has no such gap": "O modelo não tem esta variável.",
    "{code}: {detail}": "{code}: {detail}",
    "{{{{{name}}}}} must be named with 1 to 60 of a-z, 0-9 and _, a letter first": (
        "{{{{{name}}}}} precisa de um nome de 1 a 60 caracteres entre a-z, 0-9 e _, começando com uma letra."
    ),
}
