"""What is said about templates."""

from entrypoints.http.texts.message import Message

TEMPLATES: dict[str, Message] = {
    "TEMPLATE_NOT_FOUND": Message("O modelo não foi encontrado.", "The template was not found."),
    "TEMPLATES_NEVER_READ": Message(
        "Os modelos deste número ainda não foram sincronizados.",
        "The templates of this number were never synchronised.",
    ),
    "TEMPLATE_TAKEN": Message(
        "O número já tem um modelo com este nome neste idioma.",
        "The number has a template of this name in this language already.",
    ),
    "TEMPLATE_NOT_EDITABLE": Message(
        "O modelo não pode ser alterado assim no estado em que está.",
        "The template cannot be changed so in the state that it is in.",
    ),
    "TEMPLATE_EDITED_TOO_OFTEN": Message(
        "Um modelo aprovado muda no máximo uma vez a cada 24 horas e dez vezes em 30 dias.",
        "An approved template changes at most once in 24 hours and ten times in 30 days.",
    ),
    "TEMPLATE_NOT_DELETABLE": Message(
        "A Meta não permite excluir um modelo que ela desativou.", "Meta keeps a template that it disabled."
    ),
    "TEMPLATES_NOT_SUPPORTED": Message(
        "Este número não usa a API oficial da Meta e não tem modelos.",
        "This number is not one of Meta's official API and has no templates.",
    ),
    "TEMPLATE_REFUSED": Message(
        "A Meta recusou o pedido; veja o motivo nos detalhes.", "Meta refused this; the details say why."
    ),
    "TEMPLATE_PROVIDER_UNAVAILABLE": Message(
        "A Meta não respondeu; os modelos serão sincronizados e depois você pode tentar de novo.",
        "Meta did not answer; the templates are being synchronised, then you can try again.",
    ),
    "TEMPLATE_UNKNOWN": Message(
        "Este número não tem esse modelo nesse idioma; se ele é novo, sincronize os modelos.",
        "This number has no such template in this language; if it is new, synchronise the templates.",
    ),
    "TEMPLATE_PENDING": Message(
        "O modelo ainda está em análise pela Meta; espere a aprovação.",
        "Meta is still reviewing the template; wait for its approval.",
    ),
    "TEMPLATE_REJECTED": Message(
        "A Meta rejeitou o modelo; altere-o e ele será analisado de novo.",
        "Meta rejected the template; change it and it will be reviewed again.",
    ),
    "TEMPLATE_PAUSED": Message(
        "A Meta pausou o modelo por causa da qualidade; espere ou use outro.",
        "Meta paused the template for its quality; wait, or use another.",
    ),
    "TEMPLATE_DISABLED": Message(
        "A Meta desativou o modelo por causa da qualidade; crie outro.",
        "Meta disabled the template for its quality; make another.",
    ),
    "TEMPLATE_GONE": Message(
        "O modelo foi excluído ou arquivado; use outro.", "The template is deleted or archived; use another."
    ),
}
