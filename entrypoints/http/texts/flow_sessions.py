"""What is said about sessions of flows that are played again."""

from entrypoints.http.texts.message import Message

FLOW_SESSIONS: dict[str, Message] = {
    "SESSION_NOT_REPLAYABLE": Message(
        "Esta sessão não pode ser reproduzida: não há registro de como ela foi.",
        "This session cannot be played again: nothing was kept of how it went.",
    ),
    "FLOW_REGRESSED": Message(
        "O fluxo não foi publicado: sessões reais teriam seguido outro caminho.",
        "The flow was not published: real sessions would have gone otherwise.",
    ),
}
