"""A draft is talked to, with a clock that the test moves."""

import asyncio
from uuid import UUID

import msgspec

from application.flows.flow_versions import FlowVersions, with_neighbours
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow
from domain.flows.flow import FlowVersion
from domain.flows.language import Language
from domain.flows.testing import FlowTest, TestRun, run_test
from domain.flows.tools import Tools
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import FlowId, FlowVersionId

MAX_TESTS = 50
MAX_STEPS = 200
"""A rehearsal runs within a request: fifty conversations of two hundred steps take a second or two."""

_DRAFT = FlowVersionId(UUID(int=0))


class RehearseFlow(msgspec.Struct, frozen=True, kw_only=True):
    """Conversations to play against a draft; `saved` also plays the tests that lie beside it."""

    flow_id: FlowId
    tests: list[FlowTest]
    saved: bool = False


class Rehearsal(msgspec.Struct, frozen=True, kw_only=True):
    """A test by its name, and how it went."""

    name: str
    run: TestRun


class RehearseFlowHandler:
    """Run tests on a draft. Needs flows:read. Nothing is sent and nothing is kept."""

    def __init__(self, *, uow: UnitOfWork, language: Language, versions: FlowVersions) -> None:
        self._uow, self._language, self._versions = uow, language, versions

    async def __call__(self, actor: Actor, command: RehearseFlow) -> list[Rehearsal]:
        """Give the run of each test, the saved ones last. Raises FlowNotFoundError, InvalidError."""
        actor.require(Permission.FLOWS_READ)
        _check(command)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            document = decode_flow(bytes(flow.draft))
            draft = FlowVersion(id=_DRAFT, flow_id=flow.id, number=0, name=flow.name, document=document)
            chatbot = await tx.chatbots.get(flow.chatbot_id) if flow.chatbot_id is not None else None
            bare = Tools(
                expressions=self._language.expressions,
                templates=self._language.templates,
                regex=self._language.regex,
                variables=chatbot.variables if chatbot is not None else {},
            )
            tools = await with_neighbours(bare, draft, versions=self._versions, tx=tx)
            saved = await tx.flow_tests.list(flow.id) if command.saved else []
        named = [(test.name, test) for test in command.tests] + [(kept.name, kept.test()) for kept in saved]
        runs: list[Rehearsal] = []
        for name, test in named:
            await asyncio.sleep(0)  # others have their turn in between
            runs.append(Rehearsal(name=name, run=run_test(draft, test, tools)))
        return runs


def _check(command: RehearseFlow) -> None:
    least = 0 if command.saved else 1
    if not least <= len(command.tests) <= MAX_TESTS:
        wrong = ErrorDetail(
            field="tests", message="between {least} and {limit}", values={"least": least, "limit": MAX_TESTS}
        )
        raise InvalidError("The tests cannot be run.", details=(wrong,))
    for number, test in enumerate(command.tests):
        if len(test.steps) > MAX_STEPS:
            wrong = ErrorDetail(field=f"tests[{number}].steps", message="at most {limit}", values={"limit": MAX_STEPS})
            raise InvalidError("The tests cannot be run.", details=(wrong,))
