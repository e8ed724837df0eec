"""What is said about users, departments, roles and API keys."""

from entrypoints.http.texts.message import Message

PEOPLE: dict[str, Message] = {
    "USER_NOT_FOUND": Message("O usuário não foi encontrado.", "The user was not found."),
    "LAST_ADMIN": Message(
        "A empresa precisa de pelo menos um administrador ativo.", "A company needs at least one active admin."
    ),
}
