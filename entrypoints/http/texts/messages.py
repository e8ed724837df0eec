"""What is said of messages that cannot be sent, or not so."""

from entrypoints.http.texts.message import Message

MESSAGE_TEXTS: dict[str, Message] = {
    "MESSAGE_NOT_FOUND": Message("A mensagem não foi encontrada.", "The message was not found."),
    "MESSAGE_NOT_FAILED": Message(
        "Só uma mensagem enviada que falhou pode ser reenviada, e uma única vez.",
        "Only a message of yours that failed can be sent again, and only once.",
    ),
    "MESSAGE_NOT_RECEIVED": Message(
        "Só o que o contato escreveu pode ser marcado como lido.", "Only what a contact wrote can be marked as read."
    ),
    "REACTION_IMPOSSIBLE": Message(
        "Não é possível reagir a esta mensagem.", "It is not possible to react to this message."
    ),
    "RECIPIENT_UNCLEAR": Message(
        "Informe um único destinatário: conversa, contato ou telefone.",
        "Name one addressee: a conversation, a contact or a phone.",
    ),
    "PHONE_INVALID": Message("O telefone não é válido.", "The phone is not valid."),
    "NUMBER_NOT_CHOSEN": Message("Informe por qual número enviar.", "Say which number sends."),
    "CONTACT_OPTED_OUT": Message(
        "O contato pediu para não receber este tipo de mensagem.", "The contact asked not to get messages of this kind."
    ),
    "CONVERSATION_HELD": Message("Outra pessoa está atendendo este contato.", "Somebody else is serving this contact."),
    "SCHEDULED_MESSAGE_NOT_FOUND": Message(
        "A mensagem agendada não foi encontrada.", "The scheduled message was not found."
    ),
    "SCHEDULED_MESSAGE_OVER": Message(
        "A mensagem agendada já foi enviada ou cancelada.", "The scheduled message was sent or cancelled already."
    ),
    "CANNED_RESPONSE_NOT_FOUND": Message("A resposta pronta não foi encontrada.", "The canned response was not found."),
    "SHORTCUT_TAKEN": Message(
        "Outra resposta pronta já usa este atalho.", "Another canned response has this shortcut already."
    ),
}
