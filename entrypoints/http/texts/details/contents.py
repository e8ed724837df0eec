"""Of what WhatsApp takes in a message."""

CONTENTS: dict[str, str] = {
    "cannot stand beside a header in words": "Não combina com um cabeçalho em texto.",
    "cannot stand beside header_media": "Não combina com header_media.",
    "has a character that cannot be sent (NUL or half a surrogate pair)": (
        "Há um caractere que não pode ser enviado (NUL ou meio par substituto)."
    ),
    "is no component: {error}": "Isto não é um componente: {error}",
    "is not at the provider": "O arquivo não está no provedor.",
    "is not shown in a header: leave it out": "Não aparece em um cabeçalho: deixe de fora.",
    "must all be different": "Não pode haver repetidos.",
    "must be an http or https address without spaces": "Um endereço http ou https, sem espaços.",
    "must be the button's place in the template, 0 to {limit}": "A posição do botão no modelo, de 0 a {limit}.",
    "must have 1 to 512 of a-z, 0-9 and _": "De 1 a 512 caracteres entre a-z, 0-9 e _.",
    "must have 1 to {limit}, has {count}": "De 1 a {limit}; agora são {count}.",
    "must have at most {limit} characters, has {count}": "No máximo {limit} caracteres; agora são {count}.",
    "must have at most {limit} in all, has {count}": "No máximo {limit} ao todo; agora são {count}.",
    "must have at most {limit}, has {count}": "No máximo {limit}; agora são {count}.",
    "must have no line break, no tab and at most four spaces in a row": (
        "Sem quebras de linha, sem tabulações e com no máximo quatro espaços seguidos."
    ),
    "must have one: cards without a phone cannot be sent here": (
        "Informe um telefone: por aqui não se enviam contatos sem telefone."
    ),
    "must lie between -{limit} and {limit}": "Entre -{limit} e {limit}.",
    "needs a media_id or a link": "Informe um media_id ou um link.",
    "needs a media_id, a provider_media_id or a link": "Informe um media_id, um provider_media_id ou um link.",
    "needs a phone with its country code, or a hidden id": "Informe um telefone com o código do país, ou um id oculto.",
    "needs a phone with its country code, or a user id": (
        "Informe um telefone com o código do país, ou um id de usuário."
    ),
    "templates exist on Meta's own numbers only": "Só números da própria Meta têm modelos.",
    "{kind} is received only and cannot be sent": "{kind} só se recebe, e não pode ser enviado.",
}
