"""What a flow's test may expect, and what it says when it is not so."""

from collections.abc import Iterator, Mapping

import msgspec

from domain.flows.effects import Effect
from domain.flows.open_secrets import without_secrets
from domain.flows.record import Line
from domain.flows.rehearsal import Rehearsal
from domain.flows.session import Value
from domain.flows.text import fold
from domain.flows.unmet import Unmet
from domain.flows.values import to_value


class Expectation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything named must be so. Messages and effects are those since the contact last did something.

    `text` is one message's, whole or (`contains`) in part; `choices` its titles; `node` where the session stands;
    `vars` and `effect` name only what matters; `ended` is the session's status; `silent` means that nothing was sent.
    """

    text: str | None = None
    contains: bool = False
    choices: tuple[str, ...] | None = None
    node: str | None = None
    vars: dict[str, object] = {}
    ended: str | None = None
    outcome: str | None = None
    effect: dict[str, object] | None = None
    silent: bool = False


def unmet(expectation: Expectation, rehearsal: Rehearsal) -> list[Unmet]:
    """Give everything that is not as expected."""
    return [
        *_texts(expectation, rehearsal.said),
        *_place(expectation, rehearsal),
        *_variables(expectation, rehearsal),
        *_effects(expectation, rehearsal),
    ]


def _texts(expectation: Expectation, said: list[Line]) -> Iterator[Unmet]:
    texts = [line.text for line in said]
    if expectation.silent and said:
        yield Unmet(code="expected_silence", values={"got": [*texts]})
    wanted = expectation.text
    if wanted is not None and not any(wanted in text if expectation.contains else wanted == text for text in texts):
        yield _other("text", expected=wanted, got=[*texts])
    choices = expectation.choices
    if choices is not None and not any(line.choices == choices for line in said):
        yield _other("choices", expected=[*choices], got=[list(line.choices) for line in said])


def _place(expectation: Expectation, rehearsal: Rehearsal) -> Iterator[Unmet]:
    session = rehearsal.session
    node = session.node if session else None
    status = str(session.status) if session else None
    outcome = session.outcome if session else None
    if expectation.node is not None and expectation.node != node:
        yield _other("node", expected=expectation.node, got=node)
    if expectation.ended is not None and expectation.ended != status:
        yield _other("end", expected=expectation.ended, got=status, outcome=outcome)
    if expectation.outcome is not None and expectation.outcome != outcome:
        yield _other("outcome", expected=expectation.outcome, got=outcome)


def _variables(expectation: Expectation, rehearsal: Rehearsal) -> Iterator[Unmet]:
    variables = rehearsal.session.variables if rehearsal.session else {}
    for name, value in expectation.vars.items():
        if name not in variables or variables[name] != value:
            yield _other("variable", name=name, expected=to_value(value), got=variables.get(name))


def _effects(expectation: Expectation, rehearsal: Rehearsal) -> Iterator[Unmet]:
    wanted = expectation.effect
    if wanted is not None and not any(_holds(effect, wanted) for effect in _as_json(rehearsal.happened)):
        got = _as_json([without_secrets(effect) for effect in rehearsal.happened])
        yield _other("effect", expected=to_value(wanted), got=_alike(got, wanted.get("effect")))


def _as_json(effects: list[Effect]) -> list[dict[str, object]]:
    return msgspec.json.decode(msgspec.json.encode(effects), type=list[dict[str, object]])


def _alike(effects: list[dict[str, object]], kind: object) -> list[object]:
    """Give the effects of the wanted kind; where there are none, the kinds of those that there are."""
    same = [effect for effect in effects if effect.get("effect") == kind]
    return [*same] or [effect.get("effect") for effect in effects]


def _other(what: str, **values: Value) -> Unmet:
    return Unmet(code=f"expected_{what}", values=values)


def _holds(found: object, wanted: object) -> bool:
    """Whether everything in `wanted` is in `found`; texts compare as people read them."""
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(_holds(found.get(name), value) for name, value in wanted.items())
    if isinstance(found, str) and isinstance(wanted, str):
        return fold(found) == fold(wanted)
    return found == wanted
