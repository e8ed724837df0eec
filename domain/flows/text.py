"""How people's typing is compared and shown: see `domain/shared/text.py` for the comparing."""

from domain.shared.text import fold

__all__ = ["cut", "fold"]


def cut(text: str, limit: int) -> str:
    """Shorten `text` to `limit` characters, showing that it was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
