"""What a flow's test may expect, and what it says when it is not so."""

from collections.abc import Iterator, Mapping

import msgspec

from domain.flows.rehearsal import Line, Rehearsal
from domain.flows.text import fold


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


def unmet(expectation: Expectation, rehearsal: Rehearsal) -> list[str]:
    """Give everything that is not as expected."""
    return [
        *_texts(expectation, rehearsal.said),
        *_place(expectation, rehearsal),
        *_variables(expectation, rehearsal),
        *_effects(expectation, rehearsal),
    ]


def _texts(expectation: Expectation, said: list[Line]) -> Iterator[str]:
    texts = [line.text for line in said]
    if expectation.silent and said:
        yield f"expected silence, got {texts}"
    wanted = expectation.text
    if wanted is not None and not any(wanted in text if expectation.contains else wanted == text for text in texts):
        yield f"expected the text {wanted!r}, got {texts}"
    choices = expectation.choices
    if choices is not None and not any(line.choices == choices for line in said):
        yield f"expected the choices {list(choices)}, got {[list(line.choices) for line in said]}"


def _place(expectation: Expectation, rehearsal: Rehearsal) -> Iterator[str]:
    session = rehearsal.session
    node = session.node if session else None
    status = str(session.status) if session else None
    outcome = session.outcome if session else None
    if expectation.node is not None and expectation.node != node:
        yield f"expected node {expectation.node}, the session stands on {node}"
    if expectation.ended is not None and expectation.ended != status:
        yield f"expected the end {expectation.ended!r}, the session is {status!r} ({outcome})"
    if expectation.outcome is not None and expectation.outcome != outcome:
        yield f"expected the outcome {expectation.outcome!r}, got {outcome!r}"


def _variables(expectation: Expectation, rehearsal: Rehearsal) -> Iterator[str]:
    variables = rehearsal.session.variables if rehearsal.session else {}
    for name, value in expectation.vars.items():
        if name not in variables or variables[name] != value:
            yield f"expected {name} = {value!r}, got {variables.get(name)!r}"


def _effects(expectation: Expectation, rehearsal: Rehearsal) -> Iterator[str]:
    wanted = expectation.effect
    happened = msgspec.json.decode(msgspec.json.encode(rehearsal.happened))
    if wanted is not None and not any(_holds(effect, wanted) for effect in happened):
        yield f"expected the effect {wanted}, got {happened}"


def _holds(found: object, wanted: object) -> bool:
    """Whether everything in `wanted` is in `found`; texts compare as people read them."""
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(_holds(found.get(name), value) for name, value in wanted.items())
    if isinstance(found, str) and isinstance(wanted, str):
        return fold(found) == fold(wanted)
    return found == wanted
