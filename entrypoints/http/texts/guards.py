"""What is said about limits, idempotency and the like."""

from entrypoints.http.texts.message import Message

GUARDS: dict[str, Message] = {}
