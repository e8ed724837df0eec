"""Two people edit the same thing: the second is told which version there is now, to read it and merge."""

from domain.flows.definition import Chatbot, Flow
from domain.shared.errors import ErrorDetail, StaleVersionError


def require_version(thing: Flow | Chatbot, version: int | None) -> None:
    """Refuse a writer who read another version than the present one. Raises StaleVersionError, which names it."""
    if version is not None and version != thing.version:
        raise StaleVersionError(
            "It was changed by somebody else; read it again.",
            details=(ErrorDetail(field="version", message="{value}", values={"value": thing.version}),),
        )
