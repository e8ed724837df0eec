"""A worker dies at each step of a call: it is made again under the same id, and its answer is heard once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from application.calls.perform_call import MAX_DEATHS, PerformCall, PerformCallHandler
from application.calls.sweep_calls import OVERDUE, SweepCalls, SweepCallsHandler
from application.inbound.hear_answer import HearAnswer
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.shared.ids import TenantId
from tests.integration.calls.outside import PHONE, Outside, asks_outside, begin, jobs, perform
from tests.integration.spine.spine import Spine

LATER = timedelta(minutes=1)


class KilledError(BaseException):
    """The process ends here; nobody catches it."""


class Mortal:
    """A unit of work whose process dies in its nth transaction, before or after the commit."""

    def __init__(self, real: UnitOfWork, *, dies_in: int, is_after: bool) -> None:
        self._real, self._left, self._is_after = real, dies_in, is_after

    @asynccontextmanager
    async def __call__(self, tenant_id: TenantId) -> AsyncIterator[Transaction]:
        self._left -= 1
        async with self._real(tenant_id) as tx:
            yield tx
            if not self._left and not self._is_after:
                raise KilledError
        if not self._left:
            raise KilledError


async def die(spine: Spine, job: PerformCall, *, dies_in: int, is_after: bool) -> None:
    """Do the job up to a step."""
    handler = await spine.container.get(PerformCallHandler)
    real = handler._uow
    handler._uow = Mortal(real, dies_in=dies_in, is_after=is_after)
    with pytest.raises(KilledError):
        await handler(job)
    handler._uow = real


@pytest.mark.parametrize(
    ("step", "asked"),
    [((1, False), 1), ((1, True), 1), ((2, False), 2), ((2, True), 1)],
    ids=["before it is begun", "begun and not made", "made and not written", "written"],
)
async def test_a_call_is_made_again_and_heard_once(
    spine: Spine, outside: Outside, step: tuple[int, bool], asked: int
) -> None:
    await begin(spine, asks_outside(outside.url, method="POST"))
    [job] = await jobs(spine)
    handler = await spine.container.get(PerformCallHandler)

    await die(spine, job, dies_in=step[0], is_after=step[1])
    await handler(job)
    await spine.advance(LATER)
    await handler(job)
    await perform(spine)
    await handler(job)
    await spine.drain()

    assert spine.answers(PHONE) == ["Saldo 10"]
    assert len(outside.asked) == asked
    assert len(set(outside.keys)) == 1
    assert await spine.column("SELECT count(*) FROM platform.inbound_items") == [0]


async def test_two_workers_with_one_call_make_it_once(spine: Spine, outside: Outside) -> None:
    await begin(spine, asks_outside(outside.url))
    [job] = await jobs(spine)
    handler = await spine.container.get(PerformCallHandler)

    async def meanwhile() -> None:
        await handler(job)

    outside.when_asked = meanwhile
    await handler(job)
    await spine.drain()

    assert (len(outside.asked), spine.answers(PHONE)) == (1, ["Saldo 10"])


async def test_a_call_that_ends_its_workers_is_given_up(spine: Spine, outside: Outside) -> None:
    await begin(spine, asks_outside(outside.url))
    [job] = await jobs(spine)
    for _ in range(MAX_DEATHS):
        await die(spine, job, dies_in=1, is_after=True)
        await spine.advance(LATER)
    await spine.advance(OVERDUE)
    sweep = await spine.container.get(SweepCallsHandler)
    await sweep(SweepCalls())  # the job itself is held by now

    await perform(spine)

    assert (outside.asked, spine.answers(PHONE)) == ([], ["Tente depois"])
    assert await spine.column("SELECT error_code FROM flow_calls") == ["given_up"]


async def test_an_answer_that_cannot_be_handled_leaves_no_session_waiting(
    spine: Spine, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr(HearAnswer, "__call__", fail)
    await begin(spine, asks_outside(outside.url))
    await perform(spine)
    for _ in range(8):
        await spine.advance(LATER)
        await spine.drain()

    assert await spine.column("SELECT outcome FROM flow_sessions WHERE status = 'failed'") == ["answer_failed"]
    assert await spine.column("SELECT status FROM conversations") == ["waiting"]
    assert await spine.column("SELECT count(*) FROM platform.dead_letters") == [1]


async def test_a_call_that_was_never_begun_is_made_however_late(spine: Spine, outside: Outside) -> None:
    await begin(spine, asks_outside(outside.url))

    await spine.advance(timedelta(hours=3))
    await perform(spine)

    assert spine.answers(PHONE) == ["Saldo 10"]
