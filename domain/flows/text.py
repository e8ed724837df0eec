"""How people's typing is compared: without accents, case and extra spaces."""

import unicodedata


def fold(text: str) -> str:
    """Give the form in which two texts that people would call equal are equal."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())


def cut(text: str, limit: int) -> str:
    """Shorten `text` to `limit` characters, showing that it was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
