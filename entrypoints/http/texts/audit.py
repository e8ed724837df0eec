"""What is said about the audit log."""

from entrypoints.http.texts.message import Message

AUDIT: dict[str, Message] = {
    "ACCESS_LOG_UNAVAILABLE": Message(
        "Não foi possível registrar este acesso, por isso nada é mostrado; tente novamente.",
        "This access could not be recorded, so nothing is shown; try again.",
    ),
    "ANCHORS_UNREADABLE": Message(
        "O arquivo de âncoras tem uma linha que não é nossa.", "The anchors' file has a line that is not ours."
    ),
}
