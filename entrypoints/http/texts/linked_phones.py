"""What is said about phones that are linked by a QR code."""

from entrypoints.http.texts.message import Message

LINKED_PHONES: dict[str, Message] = {
    "NO_LINKED_PHONE": Message(
        "Este número é da API oficial da Meta: não há telefone para conectar.",
        "This number is one of Meta's own: there is no phone to link.",
    ),
    "PHONE_LINKED": Message("O telefone já está conectado.", "The phone is linked already."),
    "PHONE_SERVER_REFUSED": Message(
        "O servidor da Evolution API recusou o pedido.", "The Evolution API server refused the request."
    ),
    "PHONE_SERVER_UNAVAILABLE": Message(
        "O servidor da Evolution API não responde ou ainda não tem um código: tente de novo em alguns segundos.",
        "The Evolution API server does not answer, or has no code yet: try again in some seconds.",
    ),
}
