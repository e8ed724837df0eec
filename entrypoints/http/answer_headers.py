"""Headers that an answer will carry, whoever gives it in the end: the handler, or the teller of errors."""

from litestar.types import Scope

_KEY = "pytake_answer_headers"


def add_headers(scope: Scope, *headers: tuple[str, str]) -> None:
    """Have these sent with the answer, instead of any of the same name that were asked for before."""
    kept: dict[str, str] = scope["state"].setdefault(_KEY, {})
    kept.update(headers)


def kept_headers(scope: Scope) -> dict[str, str]:
    """Give them by name."""
    kept: dict[str, str] = scope["state"].get(_KEY, {})
    return kept


def added_headers(scope: Scope) -> list[tuple[bytes, bytes]]:
    """Give them as they are sent."""
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in kept_headers(scope).items()]
