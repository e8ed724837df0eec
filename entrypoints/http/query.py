"""A query is read whole or refused: an unknown filter is never ignored."""

from functools import cache
from typing import Annotated, Any

from litestar.connection import ASGIConnection
from litestar.enums import ParamType
from litestar.handlers import BaseRouteHandler
from litestar.params import ParameterKwarg, QueryParameter

from application.shared.page import DEFAULT_LIMIT, MAX_LIMIT, PageRequest
from domain.shared.errors import ErrorDetail, MalformedError

MAX_PAGE = 100_000
"""People turn no more pages; counting that far is what cursors are for."""


async def refuse_unknown_query(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Refuse parameters that the handler does not name, and characters that cannot be stored."""
    given = connection.query_params
    if not given:
        return
    known = _known(connection.scope["route_handler"])
    wrong = [ErrorDetail(field=name, message="no such parameter here") for name in given if name not in known]
    wrong += [
        ErrorDetail(field=name, message="the character U+0000 cannot be searched")
        for name, value in given.multi_items()
        if "\x00" in str(value)
    ]
    if wrong:
        raise MalformedError("The query is malformed.", details=tuple(wrong))


@cache  # of the registered handlers; a guard's own argument is a copy for each request
def _known(handler: BaseRouteHandler) -> frozenset[str]:
    """Give the query parameters of a handler and of what it depends on."""
    used = handler.parsed_fn_signature.parameters
    signatures = [handler.parsed_fn_signature] + [
        provider.parsed_fn_signature for name, provider in handler.resolve_dependencies().items() if name in used
    ]
    return frozenset(
        field.kwarg_definition.name or field.name
        for signature in signatures
        for field in signature.parameters.values()
        if isinstance(field.kwarg_definition, ParameterKwarg) and field.kwarg_definition.param_type is ParamType.QUERY
    )


def page_of(
    page: Annotated[
        int, QueryParameter(name="page", description="Which page, from 1; not with `cursor`.", ge=1, le=MAX_PAGE)
    ] = 1,
    limit: Annotated[
        int, QueryParameter(name="limit", description="How many items at most.", ge=1, le=MAX_LIMIT)
    ] = DEFAULT_LIMIT,
    cursor: Annotated[
        str | None, QueryParameter(name="cursor", description="`next_cursor` of the answer before.")
    ] = None,
) -> PageRequest:
    """Read which page of a list is wanted."""
    return PageRequest(page=page, limit=limit, cursor=cursor)
