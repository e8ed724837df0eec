"""Hands use cases to handlers: they are APP-scoped and stateless, so no container is opened for a request."""

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any, ParamSpec, TypeVar

from dishka import AsyncContainer
from dishka.integrations.base import wrap_injection
from litestar import Litestar, Request

P = ParamSpec("P")
T = TypeVar("T")
_KEY = "pytake_container"
_REQUEST = Parameter(name="request", annotation=Request[Any, Any, Any], kind=Parameter.KEYWORD_ONLY)


def keep_container(app: Litestar, container: AsyncContainer) -> None:
    """Let the handlers of `app` find the container."""
    app.state[_KEY] = container


def container_of(app: Litestar) -> AsyncContainer:
    """Give the container that the app was made with."""
    container: AsyncContainer = app.state[_KEY]
    return container


def inject(handler: Callable[P, T]) -> Callable[P, T]:
    """Fill the handler's `FromDishka[…]` arguments."""
    asks_for_request = "request" in signature(handler).parameters
    return wrap_injection(
        func=handler,
        is_async=True,
        additional_params=[] if asks_for_request else [_REQUEST],
        container_getter=lambda _, arguments: container_of(arguments["request"].app),
    )
