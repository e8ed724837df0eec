"""Cells that no spreadsheet takes for formulas: an apostrophe stands before them, and is taken off when they come back.

OWASP, CSV injection: `= + - @`, a tab or a carriage return begin a formula, also behind spaces and quotation marks.
"""

_BEFORE = " \u00a0\u3000\"'\u2018\u2019\u201c\u201d\ufeff\n\v\f"
_BEGIN = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20|%")
"""With their wide forms, which programs of East Asia take for the same; `|` and `%` begin what old ones execute."""
MARK = "'"


def escaped(text: str) -> str:
    """Give a cell that stays text."""
    return MARK + text if _is_formula(text) else text


def unescaped(text: str) -> str:
    """Give what `escaped` was given."""
    return text[1:] if text.startswith(MARK) and _is_formula(text[1:]) else text


def _is_formula(text: str) -> bool:
    return text.startswith(_BEGIN) or text.lstrip(_BEFORE).startswith(_BEGIN)
