"""Looking for what people typed: without accents and capitals, as they type it."""

from typing import Any

from sqlalchemy import Text, bindparam, func, literal_column, or_
from sqlalchemy.sql.elements import ColumnElement

_ACCENTED = "áàâãäåéèêëíìîïóòôõöúùûüçñýÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑÝ"
_PLAIN = "aaaaaaeeeeiiiiooooouuuucnyaaaaaaeeeeiiiiooooouuuucny"
"""What Portuguese, Spanish and their neighbours write; PostgreSQL's own `unaccent` is not everywhere."""
_FOLD = str.maketrans(_ACCENTED, _PLAIN)


def fold(text: str) -> str:
    """Take accents and capitals off, as `folded` does in the database."""
    return text.translate(_FOLD).lower()


def folded(value: ColumnElement[Any]) -> ColumnElement[str]:
    """Take accents and capitals off in the database."""
    accented, plain = literal_column(f"'{_ACCENTED}'", type_=Text), literal_column(f"'{_PLAIN}'", type_=Text)
    return func.lower(func.translate(value, accented, plain), type_=Text)


def matching(*columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Say that one of the columns holds the parameter `q`, a pattern as `pattern_of` makes it."""
    pattern = bindparam("q", type_=Text)
    return or_(*(folded(column).like(pattern, escape="\\") for column in columns))


def pattern_of(typed: str) -> str:
    """Make a pattern for text that holds what was typed, whose own wildcards mean themselves."""
    escaped = fold(typed.strip()).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
