"""What is said about logins and sessions."""

from entrypoints.http.texts.message import Message

IDENTITY: dict[str, Message] = {
    "SESSION_REQUIRED": Message(
        "Isto exige uma pessoa conectada; uma chave de API não pode.",
        "This needs a person who is logged in; an API key may not.",
    ),
}
