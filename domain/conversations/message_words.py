"""A message's words, as they are when its writer has changed them or taken them back."""

import msgspec

from domain.shared.content import Content, Document, Image, Text, Video


def reworded(content: Content, words: str) -> Content:
    """Put other words in: a text's own, a file's caption. What has no words that its writer can change stays."""
    match content:
        case Text():
            return msgspec.structs.replace(content, body=words)
        case Image() | Video() | Document():
            return msgspec.structs.replace(content, caption=words)
        case _:
            return content
