"""What a chatbot's flows begin with: names that a flow can say, and values that a session has room for."""

import re
from collections.abc import Mapping

from domain.flows.session import Value
from domain.flows.values import size_of, to_value
from domain.shared.errors import ErrorDetail, InvalidError

MAX_BYTES = 16 * 1024
"""A quarter of what a session may hold: the rest is the flow's own."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}")


def chatbot_variables(given: Mapping[str, object]) -> dict[str, Value]:
    """Read them. Raises InvalidError for a name that an expression could not say, and when they are too large."""
    wrong = [
        ErrorDetail(field=f"variables.{name}", message="letters, digits and underscores, not beginning with a digit")
        for name in given
        if not _NAME.fullmatch(name)
    ]
    values = {name: to_value(value) for name, value in given.items()}
    if size_of(values) > MAX_BYTES:
        wrong.append(ErrorDetail(field="variables", message="at most {limit} bytes", values={"limit": MAX_BYTES}))
    if wrong:
        raise InvalidError("The variables cannot be kept.", details=tuple(wrong[:50]))
    return values
