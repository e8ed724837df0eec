"""What a person may be called, and how they can be reached."""

from domain.shared.email import MAX_EMAIL, fold_email, is_email

__all__ = ["LANGUAGES", "MAX_EMAIL", "MAX_NAME", "fold_email", "is_email", "is_name"]

LANGUAGES = ("pt-BR", "en")
MAX_NAME = 200
"""A line on the widest screen."""


def is_name(name: str) -> bool:
    """Whether a text can stand on one line of a screen."""
    return 0 < len(name.strip()) <= MAX_NAME and name.strip().isprintable()
