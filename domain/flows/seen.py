"""What the engine saw in a sprint besides what it was told: kept with the sprint, so that it can be played again.

Only what the flows can read is kept. The names of the contact and the conversation stand in the document's
expressions and texts; where they stand in another way than `contact.name`, everything is kept.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

import msgspec

from domain.flows.codec import encode_flow
from domain.flows.flow import FlowVersion
from domain.flows.language import Facts
from domain.flows.session import Reply, Session, Value
from domain.flows.tools import Hours, Tools
from domain.shared.ids import FlowId, FlowVersionId

KEPT_READINGS = 2_000
"""As many as there are versions kept (`FlowVersions`); each is some words."""

_NAMED = re.compile(r"\b(contact|conversation)\b(?:\.(\w+)(?:\.(\w+))?)?")
_SCOPE = re.compile(r'"scope": ?"(?:contact|conversation)"')
"""Where `set_variable` writes, which is not to read."""
_INDIRECT = re.compile(r"\{[{%][^}]*(?<![\w\])\"'])\[")
"""`{{ [name] }}`: a text that names by value what it reads."""
_MAPS = frozenset({"attributes", "metadata"})
"""What holds names of the company's own; only those that are read are kept of it."""

Path = tuple[str, ...]
"""`("contact", "name")`; `("contact",)` is everything of the contact."""
_EVERYTHING: frozenset[Path] = frozenset({("contact",), ("conversation",)})


class Seen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one sprint was lent. `flows` says which versions could be jumped to, `hours` what each calendar answered.

    Of the first sprint also what its session began with: `variables`, and the replies that were `pending`. `shared` are
    the chatbot's variables, where a flow could begin with them.
    """

    contact: dict[str, Value] = {}
    conversation: dict[str, Value] = {}
    flows: dict[FlowId, FlowVersionId] = {}
    hours: dict[str, bool | None] = {}
    seed: str = ""
    shared: dict[str, Value] = {}
    variables: dict[str, Value] = {}
    pending: tuple[Reply, ...] = ()


class Witness:
    """Lends a sprint its tools and notes what it may see of them; `opening` is the session before its first sprint."""

    def __init__(self, version: FlowVersion, tools: Tools, *, opening: Session | None = None) -> None:
        self._version, self._lent, self._opening = version, tools, opening
        self._hours: dict[str, bool | None] = {}
        self.tools = msgspec.structs.replace(tools, hours=self)

    def is_open(self, calendar: str | None, at: datetime) -> bool | None:
        """Ask the hours that were lent, and note the answer."""
        answer = self._hours[calendar or ""] = self._lent.hours.is_open(calendar, at)
        return answer

    @property
    def seen(self) -> Seen | None:
        """Give what there was to see; None when it was nothing."""
        lent = self._lent
        facts = facts_read(lent.facts, (self._version, *lent.flows.values(), *lent.versions.values()))
        seen = Seen(
            contact=facts.contact,
            conversation=facts.conversation,
            flows={flow_id: version.id for flow_id, version in lent.flows.items()},
            hours=self._hours,
            seed=lent.seed,
            shared=lent.variables if self._opening or lent.flows else {},
            variables=self._opening.variables if self._opening else {},
            pending=self._opening.pending if self._opening else (),
        )
        return seen if seen != _NOTHING else None


class ToldHours:
    """The hours that a sprint saw; what it did not ask for is asked of `otherwise`."""

    def __init__(self, told: dict[str, bool | None], *, otherwise: Hours) -> None:
        self._told, self._otherwise = told, otherwise

    def is_open(self, calendar: str | None, at: datetime) -> bool | None:
        """Repeat the answer."""
        name = calendar or ""
        return self._told[name] if name in self._told else self._otherwise.is_open(calendar, at)


def facts_read(facts: Facts, versions: Iterable[FlowVersion]) -> Facts:
    """Give the part of the facts that these flows can read."""
    paths = _paths(versions)
    return Facts(
        contact=_cut(facts.contact, "contact", paths), conversation=_cut(facts.conversation, "conversation", paths)
    )


def facts_unread(facts: Facts, versions: Iterable[FlowVersion]) -> Facts:
    """Give the other part: what these flows cannot read, and nothing was kept of."""
    paths = _paths(versions)
    return Facts(
        contact=_rest(facts.contact, "contact", paths), conversation=_rest(facts.conversation, "conversation", paths)
    )


def _paths(versions: Iterable[FlowVersion]) -> frozenset[Path]:
    return frozenset[Path]().union(*(_paths_of(version) for version in versions))


@lru_cache(maxsize=KEPT_READINGS)
def _paths_of(version: FlowVersion) -> frozenset[Path]:
    """Find what a version names; it never changes, so this is asked once."""
    text = _SCOPE.sub("", encode_flow(version.document).decode())
    if _INDIRECT.search(text):
        return _EVERYTHING
    return frozenset(_path(*found.groups()) for found in _NAMED.finditer(text))


def _path(thing: str, name: str | None, inner: str | None) -> Path:
    if name is None:
        return (thing,)
    return (thing, name, inner) if inner is not None and name in _MAPS else (thing, name)


def _cut(facts: dict[str, Value], thing: str, paths: frozenset[Path]) -> dict[str, Value]:
    if (thing,) in paths:
        return facts
    kept: dict[str, Value] = {}
    for name, value in facts.items():
        if (thing, name) in paths:
            kept[name] = value
        elif isinstance(value, dict) and any(path[:2] == (thing, name) for path in paths):
            kept[name] = {inner: each for inner, each in value.items() if (thing, name, inner) in paths}
    return kept


def _rest(facts: dict[str, Value], thing: str, paths: frozenset[Path]) -> dict[str, Value]:
    if (thing,) in paths:
        return {}
    rest: dict[str, Value] = {}
    for name, value in facts.items():
        if isinstance(value, dict) and (thing, name) not in paths:
            rest[name] = {inner: each for inner, each in value.items() if (thing, name, inner) not in paths}
        elif (thing, name) not in paths:
            rest[name] = value
    return rest


_NOTHING = Seen()
