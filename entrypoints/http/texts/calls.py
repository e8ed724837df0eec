"""What is said about secrets that flows send."""

from entrypoints.http.texts.message import Message

CALLS: dict[str, Message] = {
    "SECRET_NOT_FOUND": Message("Não há segredo com este nome.", "There is no secret of this name."),
    "SECRET_TAKEN": Message(
        "Um segredo com este nome acabou de ser criado: tente de novo.",
        "A secret of this name was made at this moment: try again.",
    ),
    "TOO_MANY_SECRETS": Message(
        "Há segredos demais: remova os que não usa.", "There are too many secrets: remove those that are not used."
    ),
}
