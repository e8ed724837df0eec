"""What the engine is lent for one sprint."""

import msgspec

from application.flows.flow_versions import FlowVersions, shared_variables, with_neighbours
from application.inbound.company_hours import hours_for
from application.inbound.facts import facts_of
from application.inbound.scene import Dialogue
from application.ports.unit_of_work import Transaction
from application.support.hours_book import HoursBook
from domain.flows.flow import FlowVersion
from domain.flows.language import Language
from domain.flows.session import Session
from domain.flows.tools import Tools
from domain.shared.ids import FlowVersionId


class FlowTools:
    """The languages, the versions that are kept, and the company's hours for the flows that ask for them."""

    def __init__(self, *, language: Language, versions: FlowVersions, book: HoursBook) -> None:
        self._language, self._versions, self._book = language, versions, book

    async def version(self, tx: Transaction, version_id: FlowVersionId) -> FlowVersion:
        """Give a version that a session or a trigger names."""
        return (await self._versions.load(tx, [version_id]))[version_id]

    async def lend(self, dialogue: Dialogue, version: FlowVersion, session: Session) -> Tools:
        """Collect the facts, the languages, the flows that this one jumps to or returns to, and what it begins with."""
        tools = Tools(
            expressions=self._language.expressions,
            templates=self._language.templates,
            regex=self._language.regex,
            facts=facts_of(dialogue, version, tags=await dialogue.scene.tx.contacts.tag_keys(dialogue.contact.id)),
        )
        scene, frames = dialogue.scene, [frame.version_id for frame in session.stack]
        tools = await with_neighbours(tools, version, versions=self._versions, tx=scene.tx, frames=frames)
        if not session.sprints or tools.flows:
            tools = msgspec.structs.replace(tools, variables=await shared_variables(scene.tx, version.flow_id))
        near = (version, *tools.flows.values(), *tools.versions.values())
        hours = await hours_for(near, book=self._book, tx=scene.tx, now=scene.now)
        return tools if hours is None else msgspec.structs.replace(tools, hours=hours)
