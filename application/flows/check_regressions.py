"""What ran lately is told to the draft, before it is published."""

import asyncio
from collections import Counter
from collections.abc import Sequence

import msgspec

from application.flows.stored_sessions import SessionNotReplayableError, Stage, StoredSessions, retell
from application.ports.audit import AccessLog, Subject
from application.ports.readers.flow_sessions import PlayedSession, PlayedSessions
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.flows.comparison import Difference, DifferenceKind, Side
from domain.flows.session import SessionStatus
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import FlowId, FlowSessionId

MAX_SESSIONS = 200
MAX_SPRINTS = 5_000
"""Each is played twice, at some 100 µs: a second of work within a request, and what is over is left out and told."""
SHOWN_DIFFERENCES = 5
"""Of each session; the whole comparison is `POST /flows/{id}/test` with its id."""


class CheckRegressions(msgspec.Struct, frozen=True, kw_only=True):
    """Compare the draft with the version that runs, over the sessions that ended last."""

    flow_id: FlowId
    last: int


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """How a session stands when all is told."""

    status: SessionStatus
    outcome: str | None
    node: str | None

    @classmethod
    def of(cls, side: Side) -> "Ending":
        """Leave out what was said."""
        return cls(status=side.status, outcome=side.outcome, node=side.node)


class ChangedSession(msgspec.Struct, frozen=True, kw_only=True):
    """A session that would not have gone as it did."""

    session_id: FlowSessionId
    differences: tuple[Difference, ...]
    real: Ending
    draft: Ending


class Regressions(msgspec.Struct, frozen=True, kw_only=True):
    """How many went the same, and those that did not; `version` is the published number, null when nothing runs.

    `skipped` could not be played again, or were too many; `kinds` counts the sessions that show each kind.
    """

    version: int | None
    compared: int = 0
    same: int = 0
    skipped: int = 0
    kinds: dict[DifferenceKind, int] = {}
    sessions: tuple[ChangedSession, ...] = ()


class CheckRegressionsHandler:
    """Tell the draft the last sessions of what runs. Needs flows:read; of conversations that one may see.

    Nothing is sent, asked or kept; which sessions were shown is written down.
    """

    def __init__(self, *, uow: UnitOfWork, played: PlayedSessions, sessions: StoredSessions, access: AccessLog) -> None:
        self._uow, self._played, self._sessions, self._access = uow, played, sessions, access

    async def __call__(self, actor: Actor, command: CheckRegressions) -> Regressions:
        """Compare. Raises FlowNotFoundError, InvalidError, AccessLogUnavailableError."""
        actor.require(Permission.FLOWS_READ)
        if not 1 <= command.last <= MAX_SESSIONS:
            wrong = ErrorDetail(field="last", message="between 1 and {limit}", values={"limit": MAX_SESSIONS})
            raise InvalidError("The sessions cannot be compared.", details=(wrong,))
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
        if flow.published_version_id is None:
            return Regressions(version=None)
        last = await self._played.last(
            actor.tenant_id,
            viewer=actor.viewer,
            flow_id=flow.id,
            version_id=flow.published_version_id,
            limit=command.last,
        )
        async with self._uow(actor.tenant_id) as tx:
            stage = await self._sessions.stage(tx, flow, last)
        found = await _compare(stage, last, version=flow.published_number)
        await self._access.note(
            actor.tenant_id,
            AuditAction.FLOW_SESSIONS_LISTED,
            by=actor.author,
            on=Subject(type="flow_session"),
            shown=[changed.session_id for changed in found.sessions],
        )
        return found


async def _compare(stage: Stage, last: Sequence[PlayedSession], *, version: int) -> Regressions:
    """Compare them one by one; others have their turn in between."""
    changed: list[ChangedSession] = []
    kinds: Counter[DifferenceKind] = Counter()
    compared = sprints = 0
    for played in last:
        sprints += len(played.recording.heard)
        if sprints > MAX_SPRINTS:
            break
        await asyncio.sleep(0)
        try:
            comparison = retell(stage, played).comparison
        except SessionNotReplayableError:
            continue
        compared += 1
        if not comparison.same:
            kinds.update({difference.kind for difference in comparison.differences})
            changed.append(
                ChangedSession(
                    session_id=played.recording.session_id,
                    differences=comparison.differences[:SHOWN_DIFFERENCES],
                    real=Ending.of(comparison.real),
                    draft=Ending.of(comparison.draft),
                )
            )
    return Regressions(
        version=version,
        compared=compared,
        same=compared - len(changed),
        skipped=len(last) - compared,
        kinds=dict(kinds),
        sessions=tuple(changed),
    )
