"""Somebody looks at how a flow does."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec

from application.flows.analysis import Analysis
from application.flows.flow_counts import FlowAnalytics
from application.flows.flow_versions import FlowVersions
from application.ports.clock import Clock
from application.ports.readers.flow_numbers import Counted, FlowNumbers, VersionTally
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow
from domain.flows.definition import Flow
from domain.flows.flow import FlowVersion
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, MalformedError
from domain.shared.ids import FlowId, FlowVersionId

USUAL_TIME = timedelta(days=30)
LONGEST_TIME = timedelta(days=366)
"""A year, and a day to compare it with; more is a report, not a screen."""
MOST_SESSIONS = 10_000
"""Whose steps are counted, the newest: about a second in PostgreSQL; the totals are of all."""


class NumbersAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What to count: sessions that began from `since` up to `until`, perhaps of one version."""

    since: datetime | None = None
    until: datetime | None = None
    version: int | None = None


class GetFlowAnalytics:
    """Count a flow's sessions, steps and answers. Needs flows:read. The numbers are of all of the company's sessions.

    The lists behind them show what one may see. Words that contacts typed are told when several typed the same.
    """

    def __init__(self, *, uow: UnitOfWork, numbers: FlowNumbers, versions: FlowVersions, clock: Clock) -> None:
        self._uow, self._numbers, self._versions, self._clock = uow, numbers, versions, clock

    async def __call__(self, actor: Actor, flow_id: FlowId, asked: NumbersAsked) -> FlowAnalytics:
        """Count. Raises FlowNotFoundError, MalformedError for a time of over a year or none at all."""
        actor.require(Permission.FLOWS_READ)
        begin, end = _time(asked, now=self._clock.now())
        version = asked.version
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
        counted = Counted(flow_ids=[flow_id], since=begin, until=end, version=version, most=MOST_SESSIONS)
        tallies = await self._numbers.all_of(actor.tenant_id, counted)
        async with self._uow(actor.tenant_id) as tx:
            wanted = _shown(flow, tallies.versions, version=version)
            loaded = await self._versions.load(tx, [wanted]) if wanted is not None else {}
        filters = {"from": _iso(begin), "to": _iso(end), "version": version}
        shown = loaded[wanted] if wanted in loaded and wanted is not None else _draft(flow)
        analysis = Analysis(tallies, shown=shown, asked=filters)
        total = analysis.totals()
        return FlowAnalytics(
            since=begin,
            until=end,
            version=version,
            counted_sessions=tallies.played,
            complete=tallies.played >= total.started.count,
            total=total,
            versions=analysis.versions(),
            nodes=analysis.nodes(),
            edges=analysis.edges(),
            questions=analysis.questions(),
            random=analysis.random(),
        )


def _time(asked: NumbersAsked, *, now: datetime) -> tuple[datetime, datetime]:
    end = asked.until or now
    try:
        begin = asked.since or end - USUAL_TIME
    except OverflowError:
        begin = end
    if not timedelta() < end - begin <= LONGEST_TIME:
        wrong = ErrorDetail(
            field="from", message="before `to`, and no more than {days} days", values={"days": LONGEST_TIME.days}
        )
        raise MalformedError("The query is malformed.", details=(wrong,))
    return begin, end


def _shown(flow: Flow, tallies: Sequence[VersionTally], *, version: int | None) -> FlowVersionId | None:
    """Choose the version whose nodes are named: the one asked for, else what runs."""
    if version is None:
        return flow.published_version_id
    return next((tally.version_id for tally in tallies if tally.number == version), flow.published_version_id)


def _draft(flow: Flow) -> FlowVersion:
    document = decode_flow(bytes(flow.draft))
    return FlowVersion(id=FlowVersionId(UUID(int=0)), flow_id=flow.id, number=0, name=flow.name, document=document)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
