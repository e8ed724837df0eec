"""What is said about logins and sessions."""

from entrypoints.http.texts.message import Message

IDENTITY: dict[str, Message] = {
    "SESSION_REQUIRED": Message(
        "Isto exige uma pessoa conectada; uma chave de API não pode.",
        "This needs a person who is logged in; an API key may not.",
    ),
    "LINK_INVALID": Message(
        "Este link já foi usado, expirou ou não existe; peça outro.",
        "This link was used before, is too old, or is none; ask for another.",
    ),
    "PASSWORD_WRONG": Message("A senha atual está incorreta.", "The present password is another."),
    "AVATAR_NOT_FOUND": Message("A foto não foi encontrada.", "The picture was not found."),
    "CHALLENGE_OVER": Message(
        "O tempo ou as tentativas deste código acabaram; entre novamente.",
        "The time or the tries for this code are over; log in again.",
    ),
    "SECOND_FACTOR_REFUSED": Message(
        "O código está incorreto, é antigo ou já foi usado.", "The code is wrong, too old, or was used before."
    ),
    "CODE_REFUSED": Message(
        "O código (ou a senha) está incorreto, é antigo ou já foi usado.",
        "The code (or the password) is wrong, too old, or was used before.",
    ),
    "REFRESH_TOKEN_INVALID": Message("Sua sessão terminou; entre novamente.", "Your session is over; log in again."),
    "SESSION_NOT_FOUND": Message("A sessão não foi encontrada.", "The session was not found."),
    "TWO_FACTOR_ENABLED": Message(
        "A verificação em duas etapas já está ativa; desative-a antes.",
        "Two-factor authentication is in use already; disable it first.",
    ),
    "TWO_FACTOR_NOT_SET_UP": Message(
        "Configure primeiro a verificação em duas etapas.", "Set up two-factor authentication first."
    ),
}
