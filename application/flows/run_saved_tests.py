"""The tests beside a flow are run on its draft."""

import asyncio

import msgspec

from application.flows.flow_versions import FlowVersions, with_neighbours
from application.ports.unit_of_work import Transaction
from domain.flows.definition import Flow
from domain.flows.document import FlowDocument
from domain.flows.flow import FlowVersion
from domain.flows.language import Language
from domain.flows.saved_tests import SavedTest
from domain.flows.session import Value
from domain.flows.testing import FlowTestFailure, run_test
from domain.flows.tools import Tools
from domain.shared.ids import FlowVersionId


class RedTest(FlowTestFailure, frozen=True, kw_only=True):
    """A test that was not met: its name, and what was first not as expected (a step counts from zero)."""

    name: str


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """A draft with its tests and all they need, loaded."""

    draft: FlowVersion
    tools: Tools
    tests: list[SavedTest]


class RunSavedTests:
    """Load a flow's tests within a transaction, and run them outside of it."""

    def __init__(self, *, language: Language, versions: FlowVersions) -> None:
        self._language, self._versions = language, versions

    async def load(self, tx: Transaction, flow: Flow, document: FlowDocument) -> Ready:
        """Load them."""
        tests = await tx.flow_tests.list(flow.id)
        draft = FlowVersion(id=FlowVersionId(flow.id), flow_id=flow.id, number=0, name=flow.name, document=document)
        if not tests:
            return Ready(draft=draft, tools=self._tools({}), tests=[])
        chatbot = await tx.chatbots.get(flow.chatbot_id) if flow.chatbot_id is not None else None
        bare = self._tools(chatbot.variables if chatbot is not None else {})
        tools = await with_neighbours(bare, draft, versions=self._versions, tx=tx)
        return Ready(draft=draft, tools=tools, tests=tests)

    async def __call__(self, ready: Ready) -> list[RedTest]:
        """Give those that are not met; others have their turn in between."""
        red: list[RedTest] = []
        for saved in ready.tests:
            await asyncio.sleep(0)
            failures = run_test(ready.draft, saved.test(), ready.tools).failures
            red += [RedTest(name=saved.name, **msgspec.structs.asdict(one)) for one in failures[:1]]
        return red

    def _tools(self, variables: dict[str, Value]) -> Tools:
        return Tools(
            expressions=self._language.expressions,
            templates=self._language.templates,
            regex=self._language.regex,
            variables=variables,
        )
