"""Real sessions on a flow's draft: what is needed to play them again, and what came of it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

import msgspec

from application.flows.flow_versions import FlowVersions, with_neighbours
from application.ports.readers.flow_sessions import PlayedSession
from application.ports.unit_of_work import Transaction
from domain.flows.codec import decode_flow
from domain.flows.comparison import Comparison, compare
from domain.flows.definition import Flow
from domain.flows.flow import FlowVersion
from domain.flows.language import Language
from domain.flows.replay import replay, trace_as_kept
from domain.flows.retelling import Retelling
from domain.flows.tools import Tools
from domain.shared.errors import InvalidError
from domain.shared.ids import FlowVersionId

_DRAFT = FlowVersionId(UUID(int=0))


class SessionNotReplayableError(InvalidError):
    """Nothing was kept of how the session went, or the version that it ran on is gone."""

    code = "SESSION_NOT_REPLAYABLE"


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A draft, the versions that sessions went through, and the languages."""

    draft: FlowVersion
    versions: Mapping[FlowVersionId, FlowVersion]
    tools: Tools


class Retold(msgspec.Struct, frozen=True, kw_only=True):
    """A real session beside the draft. `exact`: playing it on its own version gave the very traces that were kept."""

    exact: bool
    comparison: Comparison


class StoredSessions:
    """Sets the stage, once for any number of sessions, and plays them."""

    def __init__(self, *, language: Language, versions: FlowVersions) -> None:
        self._language, self._versions = language, versions

    async def stage(self, tx: Transaction, flow: Flow, played: Iterable[PlayedSession]) -> Stage:
        """Load the draft and every version that the sessions went through. Raises InvalidError for a draft."""
        document = decode_flow(bytes(flow.draft))
        draft = FlowVersion(id=_DRAFT, flow_id=flow.id, number=0, name=flow.name, document=document)
        bare = Tools(
            expressions=self._language.expressions,
            templates=self._language.templates,
            regex=self._language.regex,
        )
        wanted = {version_id for session in played for version_id in session.recording.versions}
        return Stage(
            draft=draft,
            versions=await self._versions.load(tx, wanted),
            tools=await with_neighbours(bare, draft, versions=self._versions, tx=tx),
        )


def retell(stage: Stage, played: PlayedSession) -> Retold:
    """Play one. Raises SessionNotReplayableError."""
    recording = played.recording
    tools = msgspec.structs.replace(stage.tools, facts=played.facts)
    real = replay(recording, versions=stage.versions, tools=tools)
    if not real:
        raise SessionNotReplayableError("This session cannot be played again.")
    told = Retelling(stage.draft, recording, real=real, versions=stage.versions, tools=tools).tell()
    kept = played.traces[: len(real)]
    return Retold(
        exact=msgspec.json.encode([trace_as_kept(sprint.trace) for sprint in real]) == msgspec.json.encode(kept),
        comparison=compare(recording, real=real, told=told),
    )
