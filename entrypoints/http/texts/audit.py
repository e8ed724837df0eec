"""What is said about the audit log."""

from entrypoints.http.texts.message import Message

AUDIT: dict[str, Message] = {}
