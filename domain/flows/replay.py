"""Plays a session again from what was kept of it: the same stimuli give the same states and traces, byte for byte."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

import msgspec

from domain.flows import engine
from domain.flows.flow import FlowVersion
from domain.flows.language import Facts
from domain.flows.seen import Seen, ToldHours
from domain.flows.session import Reply, Session, Value
from domain.flows.sprint import Sprint, Step
from domain.flows.stimuli import Stimulus
from domain.flows.tools import Tools
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """One sprint as it was kept: what the session was told (None: that it begins), when, and what else it could see."""

    stimulus: Stimulus | None
    at: datetime
    seen: Seen = Seen()


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """A session as it was told, from its first sprint on."""

    session_id: FlowSessionId
    flow_id: FlowId
    version_id: FlowVersionId
    heard: tuple[Heard, ...]

    @property
    def versions(self) -> frozenset[FlowVersionId]:
        """The versions that it went through or could have."""
        return frozenset({self.version_id}).union(*(heard.seen.flows.values() for heard in self.heard))

    def opening(self, *, version: FlowVersion, started_at: datetime) -> Session:
        """Give the session before its first sprint, on this version."""
        first = self.heard[0]
        return Session(
            id=self.session_id,
            flow_id=version.flow_id,
            version_id=version.id,
            started_at=started_at,
            variables=first.seen.variables,
            reply=first.stimulus if isinstance(first.stimulus, Reply) else None,
            pending=first.seen.pending,
        )


def replay(recording: Recording, *, versions: Mapping[FlowVersionId, FlowVersion], tools: Tools) -> tuple[Sprint, ...]:
    """Play it on the version that it had; `tools` lends the languages. Gives every sprint, none for one never told.

    Between two sprints a session lies in the database, and so it does here (`as_kept`).
    """
    flow = versions.get(recording.version_id)
    if flow is None or not recording.heard:
        return ()
    first, *others = recording.heard
    opening = recording.opening(version=flow, started_at=first.at)
    sprints = [engine.start(flow, session=opening, at=first.at, tools=as_seen(first.seen, tools, versions))]
    for heard in others:
        if heard.stimulus is None:
            break
        sprints.append(
            engine.resume(
                flow,
                session=as_kept(sprints[-1].session),
                stimulus=heard.stimulus,
                at=heard.at,
                tools=as_seen(heard.seen, tools, versions),
            )
        )
    return tuple(sprints)


def as_seen(seen: Seen, tools: Tools, versions: Mapping[FlowVersionId, FlowVersion]) -> Tools:
    """Lend what a sprint could see then."""
    return msgspec.structs.replace(
        tools,
        facts=Facts(contact=seen.contact, conversation=seen.conversation, flow=tools.facts.flow),
        flows={flow_id: versions[version_id] for flow_id, version_id in seen.flows.items() if version_id in versions},
        versions=versions,
        hours=ToldHours(seen.hours, otherwise=tools.hours),
        seed=seen.seed,
        variables=seen.shared,
    )


def as_kept(session: Session) -> Session:
    """Give the session as it comes back from the database, which orders the names of a map and spells numbers out."""
    frames = tuple(
        msgspec.structs.replace(frame, variables=_kept_map(frame.variables), outputs=dict(_ordered(frame.outputs)))
        for frame in session.stack
    )
    return msgspec.structs.replace(
        session, variables=_kept_map(session.variables), last=_kept(session.last), stack=frames
    )


def trace_as_kept(trace: tuple[Step, ...]) -> tuple[Step, ...]:
    """Do the same for the values that explain a sprint's steps."""
    return tuple(msgspec.structs.replace(step, values=_kept_map(step.values)) for step in trace)


def _ordered(given: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(given.items(), key=lambda item: _place(item[0]))


def _kept_map(given: Mapping[str, object]) -> dict[str, Value]:
    return {name: _kept(given[name]) for name in sorted(given, key=_place)}


def _place(name: str) -> tuple[int, bytes]:
    """Order names as `jsonb` does: the shorter first, then by their bytes."""
    raw = name.encode()
    return len(raw), raw


def _kept(value: object) -> Value:
    match value:
        case dict():
            return dict(_kept_map(value))
        case list() | tuple():
            return [_kept(item) for item in value]
        case float():
            return _spelt_out(value)
        case None | bool() | int() | str():
            return value
        case _:
            return None


def _spelt_out(number: float) -> float | int:
    """Read a number as `jsonb` writes it: without an exponent, and so perhaps whole; its zero has no sign."""
    text = msgspec.json.encode(number + 0.0).decode()
    plain = format(Decimal(text), "f") if "e" in text else text
    return float(plain) if "." in plain else int(plain)
