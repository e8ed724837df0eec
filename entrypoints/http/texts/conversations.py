"""What is said about conversations and who has them."""

from entrypoints.http.texts.message import Message

CONVERSATIONS: dict[str, Message] = {
    "CONVERSATION_TAKEN": Message(
        "Outra pessoa está com esta conversa.",
        "Another person has this conversation.",
    ),
    "ASSIGNEE_UNFIT": Message(
        "Esta pessoa não pode ficar com a conversa: precisa estar ativa e poder responder.",
        "This person cannot have the conversation: they must be active and allowed to answer.",
    ),
}
