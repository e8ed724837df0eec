"""One text in the languages we speak."""

import msgspec

PORTUGUESE = "pt-BR"
ENGLISH = "en"


class Message(msgspec.Struct, frozen=True):
    """One text, in both languages."""

    portuguese: str
    english: str

    def text(self, language: str) -> str:
        """Give it in `language`."""
        return self.english if language == ENGLISH else self.portuguese
