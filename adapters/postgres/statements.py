"""Statements: SQLAlchemy Core writes the SQL, once, at import; asyncpg runs it.

A statement is a module constant. Its parameters are `bindparam("name")`s (in hand-written SQL `:name`), given by
keyword when it runs. Compiling costs as much as an ORM does; done once it costs nothing.
"""

from collections.abc import Mapping, MutableMapping
from typing import Any

from sqlalchemy import ClauseElement, text
from sqlalchemy.dialects.postgresql.asyncpg import PGCompiler_asyncpg
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect


class _Compiler(PGCompiler_asyncpg):
    """Compiles without values: SQLAlchemy asks for them when it writes out the places of an `IN (…)`."""

    def construct_params(self, *args: Any, **options: Any) -> MutableMapping[str, Any]:  # noqa: ANN401 - passed through
        """Give what values are known, and miss none."""
        return super().construct_params(*args, **{**options, "_check": False})


_DIALECT = asyncpg_dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
_DIALECT.statement_compiler = _Compiler


class Statement:
    """SQL text with `$1`-style places, and the names that fill them in order."""

    __slots__ = ("_known", "_names", "_values", "sql")

    def __init__(self, clause: ClauseElement | str) -> None:
        compiled = (text(clause) if isinstance(clause, str) else clause).compile(
            dialect=_DIALECT, compile_kwargs={"render_postcompile": True}
        )
        self.sql = str(compiled)
        self._names: tuple[str, ...] = tuple(getattr(compiled, "positiontup", None) or ())
        self._known = frozenset((*self._names, "tenant_id"))
        self._values: dict[str, object] = {
            name: value for name, value in (compiled.params or {}).items() if value is not None
        }

    def arguments(self, values: Mapping[str, object]) -> list[object]:
        """Put values in their places. Raises KeyError for one that is missing, TypeError for one too many."""
        if not self._known.issuperset(values):
            raise TypeError(f"the statement has no place for {sorted(values.keys() - self._known)}")
        return [values[name] if name in values else self._values[name] for name in self._names]
