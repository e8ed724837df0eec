"""Providing structs that collect what a use case needs: dishka reads constructors, and theirs is not Python's."""

import inspect
from collections.abc import Callable
from functools import reduce
from operator import add
from typing import Any, get_type_hints

import msgspec
from dishka import provide
from dishka.dependency_source import CompositeDependencySource


def provide_tools(*kinds: type[msgspec.Struct]) -> CompositeDependencySource:
    """Fill each struct's fields from the container; it is added to a `provide_all`."""
    return reduce(add, (provide(staticmethod(_maker(kind))) for kind in kinds))


def _maker(kind: type[msgspec.Struct]) -> Callable[..., msgspec.Struct]:
    """Make a function that says of itself what the struct says of its fields."""

    def make(**fields: Any) -> msgspec.Struct:  # noqa: ANN401 - of any type, as the annotations below say
        return kind(**fields)

    make.__name__ = f"make_{kind.__name__}"
    make.__annotations__ = {**get_type_hints(kind), "return": kind}
    make.__signature__ = inspect.signature(kind)  # type: ignore[attr-defined]  # what `inspect` looks for
    return make
