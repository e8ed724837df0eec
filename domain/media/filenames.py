"""A file's name as it may be shown and offered for saving: its sender chose it, so it is a text and never a path."""

import unicodedata

MAX_LENGTH = 150
"""Characters; at most 600 bytes, of which systems take 255 of each name: the middle of a longer one says little."""

_FORBIDDEN = frozenset('<>:"|?*\\/')
"""What a name may not have on some system; slashes are gone before, with what is before them."""
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{digit}" for digit in range(10)), *(f"lpt{digit}" for digit in range(10))}
)
"""Names of devices on Windows, whatever their extension."""


def safe_filename(name: str | None) -> str | None:
    """Give what is left of a name without folders, control characters and tricks; None when nothing is."""
    last = unicodedata.normalize("NFC", name or "").replace("\\", "/").rsplit("/", maxsplit=1)[-1]
    kept = "".join(_kept(letter) for letter in last).strip().strip(". ")
    if not kept:
        return None
    if kept.split(".", maxsplit=1)[0].strip().lower() in _RESERVED:
        kept = f"_{kept}"
    return _shortened(kept)


def _kept(letter: str) -> str:
    """Drop what cannot be seen (such as the marks that turn the direction of writing), replace what may not be."""
    if letter in _FORBIDDEN:
        return "_"
    if unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs", "Cn"}:
        return ""
    return " " if letter.isspace() else letter


def _shortened(name: str) -> str:
    if len(name) <= MAX_LENGTH:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 10:  # noqa: PLR2004 - no extension is longer
        return name[:MAX_LENGTH]
    return f"{stem[: MAX_LENGTH - len(extension) - 1]}.{extension}"
