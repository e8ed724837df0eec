"""What the engine is lent for one sprint."""

from application.flows.flow_versions import FlowVersions, with_neighbours
from application.inbound.facts import facts_of
from application.inbound.scene import Dialogue
from application.ports.unit_of_work import Transaction
from domain.flows.flow import FlowVersion
from domain.flows.language import Language
from domain.flows.session import Session
from domain.flows.tools import Tools
from domain.shared.ids import FlowVersionId


class FlowTools:
    """The languages, and the versions that are kept."""

    def __init__(self, *, language: Language, versions: FlowVersions) -> None:
        self._language, self._versions = language, versions

    async def version(self, tx: Transaction, version_id: FlowVersionId) -> FlowVersion:
        """Give a version that a session or a trigger names."""
        return (await self._versions.load(tx, [version_id]))[version_id]

    async def lend(self, dialogue: Dialogue, version: FlowVersion, session: Session) -> Tools:
        """Collect the facts, the languages, and the flows that this one jumps to or returns to."""
        tools = Tools(
            expressions=self._language.expressions,
            templates=self._language.templates,
            regex=self._language.regex,
            facts=facts_of(dialogue, version, tags=await dialogue.scene.tx.contacts.tag_keys(dialogue.contact.id)),
        )
        frames = [frame.version_id for frame in session.stack]
        return await with_neighbours(tools, version, versions=self._versions, tx=dialogue.scene.tx, frames=frames)
