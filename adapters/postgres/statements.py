"""Statements: SQLAlchemy Core writes the SQL, once, when it is first needed; asyncpg runs it.

A statement is a module constant. Its parameters are `bindparam("name")`s (in hand-written SQL `:name`), given by
keyword when it runs. Compiling costs as much as an ORM does; done once it costs nothing, and not done at import it
costs nothing to those that never run it.
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

    __slots__ = ("_clause", "_known", "_names", "_values", "sql")

    sql: str
    _names: tuple[str, ...]
    _known: frozenset[str]
    _values: dict[str, object]

    def __init__(self, clause: ClauseElement | str) -> None:
        self._clause = clause

    def __getattr__(self, name: str) -> object:
        """Compile: Python asks here for what is not set yet, which is once."""
        if name not in {"sql", "_names", "_known", "_values"}:
            raise AttributeError(name)
        clause = text(self._clause) if isinstance(self._clause, str) else self._clause
        compiled = clause.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
        self.sql = str(compiled)
        self._names = tuple(getattr(compiled, "positiontup", None) or ())
        self._known = frozenset((*self._names, "tenant_id"))
        self._values = {name: value for name, value in (compiled.params or {}).items() if value is not None}
        return object.__getattribute__(self, name)

    def arguments(self, values: Mapping[str, object]) -> list[object]:
        """Put values in their places. Raises KeyError for one that is missing, TypeError for one too many."""
        if not self._known.issuperset(values):
            raise TypeError(f"the statement has no place for {sorted(values.keys() - self._known)}")
        return [values[name] if name in values else self._values[name] for name in self._names]
