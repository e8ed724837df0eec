"""Sets a real session beside its retelling: both transcripts, step by step, and where they part."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

import msgspec

from domain.flows.effects import CancelTimer, Effect, SendMessage, SetTimer
from domain.flows.record import Line
from domain.flows.replay import Recording, as_kept
from domain.flows.retelling import Played, Told
from domain.flows.session import Reply, Session, SessionStatus, Value
from domain.flows.sprint import Sprint, Step
from domain.shared.content import Buttons, Content, ListMenu, plain_text

MAX_DIFFERENCES = 50
"""After a parting everything is another; more of it tells nobody anything."""
MAX_SHOWN = 500
"""Characters of a text or a value in a difference; the transcripts hold the whole."""


class DifferenceKind(StrEnum):
    """What is not as it was."""

    PATH = "path"
    """Another node, another way out of it, or another thing that happened there."""
    MESSAGE = "message"
    """Other words, other choices, or nothing said."""
    EFFECT = "effect"
    """Another timer, call, transfer or change."""
    END = "end"
    """It ends otherwise, or goes on."""
    VARIABLE = "variable"
    """Another value at the end."""
    CHOICE_MISSING = "choice_missing"
    NOT_RECORDED = "not_recorded"
    OVER = "over"


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is not as it was; `sprint` is the number of the real one, `real` and `draft` what each did."""

    kind: DifferenceKind
    sprint: int
    node: str
    real: str | None = None
    draft: str | None = None


class ComparedStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step and its counterpart; None where there is none."""

    sprint: int
    same: bool
    real: Step | None = None
    draft: Step | None = None


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """How it went: what was said, and what it came to."""

    transcript: tuple[Line, ...]
    status: SessionStatus
    outcome: str | None
    node: str | None
    variables: dict[str, Value]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Both, and where they part; `first` is the first of the differences."""

    same: bool
    first: Difference | None
    differences: tuple[Difference, ...]
    steps: tuple[ComparedStep, ...]
    real: Side
    draft: Side


def compare(recording: Recording, *, real: tuple[Sprint, ...], told: tuple[Told, ...]) -> Comparison:
    """Compare a session's replay with its retelling on another graph. Both have a part for each stimulus."""
    parts = [(number, *pair) for number, pair in enumerate(zip(real, told, strict=True), start=1)]
    differences = [difference for part in parts for difference in _part(*part)]
    differences += _variables(len(parts), real[-1].session, told[-1].session)
    steps = [step for part in parts for step in _steps(*part)]
    really = [(Played(sprint=sprint, at=heard.at),) for sprint, heard in zip(real, recording.heard, strict=False)]
    return Comparison(
        same=not differences,
        first=differences[0] if differences else None,
        differences=tuple(differences[:MAX_DIFFERENCES]),
        steps=tuple(steps),
        real=_side(recording, really, real[-1].session),
        draft=_side(recording, [other.played for other in told], told[-1].session),
    )


def _part(number: int, real: Sprint, told: Told) -> Iterator[Difference]:
    """Give what is another after one stimulus: the first of each kind."""
    for note in told.notes:
        yield Difference(kind=DifferenceKind(note.kind), sprint=number, node=note.node, real=_short(note.text))
    for step in _steps(number, real, told):
        if not step.same:
            yield _parting(step)
            break
    did = [effect for played in told.played for effect in played.sprint.effects]
    here = told.session.node or ""
    yield from _first_other(number, DifferenceKind.MESSAGE, _said(real.effects), _said(did), node=here)
    yield from _first_other(number, DifferenceKind.EFFECT, _done(real.effects), _done(did), node=here)
    ends = [_end(real.session), _end(told.session)]
    if ends[0] != ends[1]:
        yield Difference(kind=DifferenceKind.END, sprint=number, node=here, real=ends[0], draft=ends[1])


def _steps(number: int, real: Sprint, told: Told) -> Iterator[ComparedStep]:
    """Lay the steps of both side by side, those that are alike on one line."""
    ours, theirs = real.trace, [step for played in told.played for step in played.sprint.trace]
    matcher = SequenceMatcher(None, [_gist(step) for step in ours], [_gist(step) for step in theirs], autojunk=False)
    for what, begin, end, other_begin, other_end in matcher.get_opcodes():
        for one, other in zip_longest(ours[begin:end], theirs[other_begin:other_end]):
            yield ComparedStep(sprint=number, same=what == "equal", real=one, draft=other)


def _gist(step: Step) -> tuple[str, str, str, str | None]:
    return step.node, step.type, step.event, step.edge


def _parting(step: ComparedStep) -> Difference:
    place = step.real or step.draft
    return Difference(
        kind=DifferenceKind.PATH,
        sprint=step.sprint,
        node=place.node if place else "",
        real=_told_of(step.real),
        draft=_told_of(step.draft),
    )


def _told_of(step: Step | None) -> str | None:
    if step is None:
        return None
    return " ".join(filter(None, (step.node, step.event, f"-> {step.edge}" if step.edge else None)))


def _first_other(
    number: int, kind: DifferenceKind, real: Sequence[str], draft: Sequence[str], *, node: str
) -> Iterator[Difference]:
    for ours, theirs in zip_longest(real, draft):
        if ours != theirs:
            shown = [_short(text) if text is not None else None for text in (ours, theirs)]
            yield Difference(kind=kind, sprint=number, node=node, real=shown[0], draft=shown[1])
            return


def _said(effects: Sequence[Effect]) -> list[str]:
    """Give what was sent as text, choices included."""
    return [_words(effect.content) for effect in effects if isinstance(effect, SendMessage)]


def _words(content: Content) -> str:
    """Give the words of a message; of two that read alike and are not the whole JSON tells them apart."""
    return plain_text(content) if type(content).__name__ == "Text" else msgspec.json.encode(content).decode()


def _done(effects: Sequence[Effect]) -> list[str]:
    """Give the other effects without their ids; that a timer is forgotten is no matter by itself."""
    return [
        msgspec.json.encode(_without_ids(effect)).decode()
        for effect in effects
        if not isinstance(effect, SendMessage | CancelTimer)
    ]


def _without_ids(effect: Effect) -> Effect:
    if isinstance(effect, SetTimer):
        return msgspec.structs.replace(effect, id="", sent_by=None)
    return msgspec.structs.replace(effect, id="")


def _end(session: Session) -> str | None:
    return f"{session.status.value}: {session.outcome}" if session.status.is_over else None


def _variables(number: int, real: Session, draft: Session) -> list[Difference]:
    ours, theirs = as_kept(real).variables, as_kept(draft).variables
    return [
        Difference(
            kind=DifferenceKind.VARIABLE,
            sprint=number,
            node=draft.node or "",
            real=f"{name} = {_json(ours, name)}",
            draft=f"{name} = {_json(theirs, name)}",
        )
        for name in dict.fromkeys([*ours, *theirs])
        if _json(ours, name) != _json(theirs, name)
    ]


def _json(variables: dict[str, Value], name: str) -> str:
    return _short(msgspec.json.encode(variables[name]).decode()) if name in variables else "nothing"


def _short(text: str) -> str:
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


def _side(recording: Recording, parts: Sequence[Sequence[Played]], session: Session) -> Side:
    lines: list[Line] = []
    for heard, played in zip(recording.heard, parts, strict=False):
        replies = (heard.stimulus, *heard.seen.pending) if isinstance(heard.stimulus, Reply) else heard.seen.pending
        lines += [_line("contact", reply.content, heard.at) for reply in replies]
        lines += [
            _line("bot", effect.content, each.at)
            for each in played
            for effect in each.sprint.effects
            if isinstance(effect, SendMessage)
        ]
    return Side(
        transcript=tuple(lines),
        status=session.status,
        outcome=session.outcome,
        node=session.node,
        variables=session.variables,
    )


def _line(by: str, content: Content, at: datetime) -> Line:
    return Line(by=by, text=plain_text(content), at=at, choices=_titles(content), content=content)


def _titles(content: Content) -> tuple[str, ...]:
    match content:
        case Buttons(buttons=buttons):
            return tuple(choice.title for choice in buttons)
        case ListMenu(sections=sections):
            return tuple(choice.title for section in sections for choice in section.rows)
        case _:
            return ()
