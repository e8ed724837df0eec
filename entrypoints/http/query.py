"""A query is read whole or refused: an unknown filter is never ignored."""

from collections.abc import Callable
from functools import cache
from inspect import Parameter, Signature
from typing import Annotated, Any

from litestar.connection import ASGIConnection
from litestar.di import Provide
from litestar.enums import ParamType
from litestar.handlers import BaseRouteHandler
from litestar.params import ParameterKwarg, QueryParameter

from application.shared.page import DEFAULT_LIMIT, MAX_LIMIT, MAX_SEARCH, Direction, PageRequest, malformed_page
from domain.shared.errors import ErrorDetail, MalformedError

MAX_PAGE = 100_000
"""People turn no more pages; counting that far is what cursors are for."""


async def refuse_unknown_query(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Refuse parameters that the handler does not name or that are given twice, and what cannot be stored."""
    given = connection.query_params
    if not given:
        return
    known = _known(connection.scope["route_handler"])
    wrong = [ErrorDetail(field=name, message="no such parameter here") for name in given if name not in known]
    wrong += [ErrorDetail(field=name, message="give it once") for name in given if len(given.getall(name)) > 1]
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


def paged(*, sorts: tuple[str, ...] = (), search: bool = False, expands: tuple[str, ...] = ()) -> Provide:
    """Make the `paging` of a list whose orders, search and expansions are these.

    A route has `dependencies={"paging": paged(sorts=FLOW_SORTS, search=True)}`. `sorts` and `expands` are the names
    that the list knows, the first sort being its own order; with `search` there is `?q=`. Any other name is 400, and
    so is a parameter that the list does not have.
    """
    more = {"sort": _choice("sort", sorts), "order": _choice("order", tuple(Direction))} if sorts else {}
    more |= {"q": _search()} if search else {}
    more |= {"expand": _several("expand", expands)} if expands else {}

    def page_asked(**given: Any) -> PageRequest:  # noqa: ANN401  # called by its signature, which is written below
        order = _known_one("order", given.get("order"), among=tuple(Direction))
        return PageRequest(
            page=given["page"],
            limit=given["limit"],
            cursor=given["cursor"],
            sort=_known_one("sort", given.get("sort"), among=sorts),
            direction=Direction(order) if order else None,
            search=(given.get("q") or "").strip() or None,
            expand=_known_all("expand", given.get("expand"), among=expands),
        )

    return Provide(_with_parameters(page_asked, more), sync_to_thread=False)


def expanding(expands: tuple[str, ...]) -> Provide:
    """Make the `wanted` of one thing, which `?expand=` names, and whose expansions these are; any other name is 400."""

    def expand_asked(expand: str | None = None) -> frozenset[str]:
        return _known_all("expand", expand, among=expands)

    expand_asked.__annotations__["expand"] = _several("expand", expands)
    return Provide(expand_asked, sync_to_thread=False)


def _with_parameters(reader: Callable[..., PageRequest], more: dict[str, Any]) -> Callable[..., PageRequest]:
    """Give `reader` the parameters of `page_of` and these, for Litestar goes by a function's signature."""
    common = Signature.from_callable(page_of).parameters.values()
    optional = [Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind, default=None) for name, kind in more.items()]
    parameters = [*(one.replace(kind=Parameter.KEYWORD_ONLY) for one in common), *optional]
    reader.__dict__["__signature__"] = Signature(parameters, return_annotation=PageRequest)
    reader.__annotations__ = {one.name: one.annotation for one in parameters} | {"return": PageRequest}
    return reader


def _choice(name: str, among: tuple[str, ...]) -> Any:  # noqa: ANN401  # a type form
    return Annotated[
        str | None, QueryParameter(name=name, description=f"One of {', '.join(among)}.", schema_extra={"enum": among})
    ]


def _several(name: str, among: tuple[str, ...]) -> Any:  # noqa: ANN401  # the same
    return Annotated[str | None, QueryParameter(name=name, description=f"Of {', '.join(among)}, by commas.")]


def _search() -> Any:  # noqa: ANN401  # the same
    return Annotated[
        str | None,
        QueryParameter(name="q", description="Holds this, whatever its accents and capitals.", max_length=MAX_SEARCH),
    ]


def _known_one(field: str, given: str | None, *, among: tuple[str, ...]) -> str | None:
    if given is not None and given not in among:
        raise malformed_page(field, "one of {choices}", choices=", ".join(among))
    return given


def _known_all(field: str, given: str | None, *, among: tuple[str, ...]) -> frozenset[str]:
    names = frozenset(part.strip() for part in given.split(",")) if given else frozenset[str]()
    if unknown := sorted(names - set(among)):
        raise malformed_page(field, "no such thing here: {choices}", choices=", ".join(unknown))
    return names
