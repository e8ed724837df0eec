"""Of what is to be sent: to whom, what, and when."""

MESSAGES: dict[str, str] = {
    "1 to {limit} letters, digits, - and _, beginning with one of the first": (
        "De 1 a {limit} letras, dígitos, - e _, começando com uma letra ou um dígito."
    ),
    "a message of type {kind} has no caption": "Uma mensagem do tipo {kind} não tem legenda.",
    "a phone with its country code, such as +55 11 98765-4321": (
        "Um telefone com o código do país, como +55 11 98765-4321."
    ),
    "a {kind} is no canned response": "{kind} não pode ser uma resposta pronta.",
    "clocks are put forward over this hour in {time_zone}": (
        "Esta hora não existe em {time_zone}: o relógio é adiantado sobre ela."
    ),
    "it is no template: {reason}": "O texto não pode ser montado: {reason}.",
    "lies ahead, and within {days} days": "Um momento futuro, dentro de {days} dias.",
    "name one of conversation_id, contact_id and phone": "Informe só um entre conversation_id, contact_id e phone.",
    "name one of media_id and link": "Informe media_id ou link, e só um deles.",
    "only a document shows its name": "Só um documento mostra o nome do arquivo.",
    "say as what the file at the link is sent": "Diga como o arquivo do link é enviado.",
    "say which number sends": "Diga qual número envia.",
    "there is {choices}": "Existe em: {choices}.",
    "this file is sent as {kind}": "Este arquivo é enviado como {kind}.",
    "this number cannot send {kind}": "Este número não envia mensagens do tipo {kind}.",
    "{name} ({language})": "{name} ({language})",
}
