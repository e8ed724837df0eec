"""What exists outside the flow, as far as the check was told: what a flow names must be there when it runs."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from domain.flows.document import FlowDocument
from domain.flows.nodes.base import Problem
from domain.flows.text import fold
from domain.shared.ids import FlowId


class Named(StrEnum):
    """What a flow names by name or id."""

    DEPARTMENT = "department"
    USER = "user"
    SECRET = "secret"  # noqa: S105  # the word, not one
    KNOWLEDGE_BASE = "knowledge_base"
    TAG = "tag"
    CONNECTION = "connection"


def name_key(kind: Named, name: str) -> str:
    """Write a name as it is compared: capitals and accents matter in secrets alone."""
    return name.strip() if kind is Named.SECRET else fold(name)


class World(msgspec.Struct, frozen=True, kw_only=True):
    """What is known. A kind that is not in `names` was not looked up, and nothing is said of it.

    `flows` are the published flows (None: one whose document was not read), `variables` what the chatbot gives them;
    `names` are written by `name_key`. `templates` says of nodes why theirs could not be sent. Without `has_window` no
    number of the company closes its window.
    """

    flows: Mapping[FlowId, FlowDocument | None] = {}
    variables: frozenset[str] = frozenset()
    names: Mapping[Named, frozenset[str]] = {}
    templates: Mapping[str, tuple[Problem, ...]] = {}
    has_window: bool = True
