"""What becomes of a flow's call: its answer is heard in the contact's lane, before what was written since."""

from datetime import timedelta

import pytest

from application.calls.perform_call import PerformCall
from application.calls.places import Places
from application.calls.sweep_calls import OVERDUE, SweepCalls, SweepCallsHandler
from application.conversations.take_over_conversation import TakeOverConversation
from domain.calls.host import RESTS_AFTER, RESTS_FOR
from domain.shared.ids import ConversationId
from tests.contract.fetching.wire import said
from tests.integration.calls.outside import FOUND, PHONE, Outside, asks_outside, begin, jobs, perform
from tests.integration.spine.spine import Spine

_CALL = "SELECT status, tries, begun, error_code, id FROM flow_calls"


async def test_nothing_is_asked_before_the_commit_and_the_answer_is_heard(spine: Spine, outside: Outside) -> None:
    await begin(spine, asks_outside(f"{outside.url}/saldo"))

    assert (outside.asked, spine.answers(PHONE)) == ([], [])

    await perform(spine)

    assert spine.answers(PHONE) == ["Saldo 10"]
    [asked] = outside.asked
    assert asked.startswith(b"GET /saldo HTTP/1.1\r\n")
    assert outside.keys == []
    assert tuple((await spine.rows(_CALL))[0])[:4] == ("done", 0, 1, None)
    assert await spine.column("SELECT successes FROM api_hosts") == [1]


async def test_what_is_written_meanwhile_is_answered_after_it_in_order(spine: Spine, outside: Outside) -> None:
    name = {"id": "name", "type": "question", "data": {"text": "Saldo {{vars.saldo}}. Nome?", "save_as": "nome"}}
    document = asks_outside(outside.url, after=name)
    document["nodes"] += [
        {"id": "city", "type": "question", "data": {"text": "Cidade?", "save_as": "cidade"}},
        {"id": "bye", "type": "message", "data": {"text": "{{vars.nome}} de {{vars.cidade}}"}},
    ]
    document["edges"][3:4] = [
        {"id": f"x{number}", "source": source, "target": target}
        for number, (source, target) in enumerate((("name", "city"), ("city", "bye"), ("bye", "end")))
    ]

    async def meanwhile() -> None:
        await spine.says(PHONE, "Ana")
        await spine.drain()
        await spine.says(PHONE, "Recife")
        await spine.drain()

    outside.when_asked = meanwhile
    await begin(spine, document)
    await perform(spine)

    assert spine.answers(PHONE) == ["Saldo 10. Nome?", "Cidade?", "Ana de Recife"]


@pytest.mark.parametrize(
    ("answers", "said_", "asked", "code"),
    [
        ([said("503 Service Unavailable"), said("500 Internal Server Error"), FOUND], "Saldo 10", 3, None),
        ([said("429 Too Many Requests", Retry_After="30"), FOUND], "Saldo 10", 2, None),
        ([b"", b"nonsense\r\n\r\n", FOUND], "Saldo 10", 3, None),
        ([said("503 Service Unavailable")], "Tente depois", 3, None),
        ([said("404 Not Found"), FOUND], "Tente depois", 1, None),
        ([b"nonsense\r\n\r\n"], "Tente depois", 3, "broken_answer"),
        ([None], "Tente depois", 3, "timeout"),
        ([said(body=b"x" * 2_000_000), FOUND], "Tente depois", 1, "answer_too_large"),
        ([said(body=b"x" * 100_000, Content_Type="text/plain"), FOUND], "Tente depois", 1, "answer_too_large"),
        ([said("302 Found", Location="http://169.254.169.254/"), FOUND], "Tente depois", 1, "address_refused"),
        ([said(body=b'{"saldo": ', Content_Type="application/json")], "Saldo", 1, None),
    ],
)
async def test_whatever_the_service_does_the_contact_is_answered(
    spine: Spine, outside: Outside, answers: list[bytes | None], said_: str, asked: int, code: str | None
) -> None:
    outside.answers = answers
    await begin(spine, asks_outside(outside.url, method="POST", retries=2, timeout_seconds=0.05))

    await perform(spine, rounds=4)

    assert [text.strip() for text in spine.answers(PHONE)] == [said_]
    row = (await spine.rows(_CALL))[0]
    assert (len(outside.asked), row["error_code"]) == (asked, code)
    assert outside.keys == [str(row["id"])] * asked


async def test_a_pause_is_kept_between_two_tries(spine: Spine, outside: Outside) -> None:
    outside.answers = [said("503 Service Unavailable", Retry_After="30"), FOUND]
    await begin(spine, asks_outside(outside.url, retries=1))

    await perform(spine, rounds=3, pause=timedelta(seconds=14))
    assert len(outside.asked) == 1

    await perform(spine, rounds=2, pause=timedelta(seconds=14))
    assert spine.answers(PHONE) == ["Saldo 10"]


async def test_nobody_is_asked_for_a_session_that_a_person_ended(spine: Spine, outside: Outside) -> None:
    await begin(spine, asks_outside(outside.url))
    take_over = await spine.container.get(TakeOverConversation)
    await take_over(await spine.agent(), ConversationId(await spine.conversation_id()))
    await spine.drain()

    await perform(spine)

    assert (outside.asked, spine.answers(PHONE)) == ([], [])
    assert await spine.column("SELECT status FROM flow_calls") == ["dropped"]


async def test_an_answer_that_comes_too_late_changes_nothing(spine: Spine, outside: Outside) -> None:
    async def meanwhile() -> None:
        take_over = await spine.container.get(TakeOverConversation)
        await take_over(await spine.agent(), ConversationId(await spine.conversation_id()))

    outside.when_asked = meanwhile
    await begin(spine, asks_outside(outside.url))
    await perform(spine)

    assert spine.answers(PHONE) == []
    assert await spine.column("SELECT status FROM flow_sessions") == ["cancelled"]


async def test_a_call_whose_job_is_lost_is_found(spine: Spine, outside: Outside) -> None:
    await begin(spine, asks_outside(outside.url))
    sweep = await spine.container.get(SweepCallsHandler)
    await jobs(spine)

    await sweep(SweepCalls())
    assert await jobs(spine) == []

    await spine.advance(OVERDUE + timedelta(seconds=1))
    await sweep(SweepCalls())
    await sweep(SweepCalls())
    await perform(spine)

    assert spine.answers(PHONE) == ["Saldo 10"]


async def test_a_host_that_is_away_is_left_alone_for_a_while(spine: Spine, outside: Outside) -> None:
    outside.answers = [*[said("503 Service Unavailable")] * RESTS_AFTER, FOUND]
    await begin(spine, asks_outside(outside.url))
    await perform(spine)
    for number in range(RESTS_AFTER):
        await spine.says(PHONE, f"oi {number}")
        await spine.drain()
        await perform(spine)

    assert len(outside.asked) == RESTS_AFTER
    assert (await spine.column("SELECT error_code FROM flow_calls ORDER BY id"))[-1] == "host_resting"

    await spine.advance(RESTS_FOR)
    await spine.says(PHONE, "oi")
    await spine.drain()
    await perform(spine)

    assert spine.answers(PHONE) == [*["Tente depois"] * (RESTS_AFTER + 1), "Saldo 10"]


async def test_one_company_has_a_part_of_the_places(spine: Spine, outside: Outside) -> None:
    places = await spine.container.get(Places)
    while places.take(spine.tenant_id):
        pass
    await begin(spine, asks_outside(outside.url))
    await perform(spine)
    assert outside.asked == []

    places.leave(spine.tenant_id)
    await perform(spine)

    assert spine.answers(PHONE) == ["Saldo 10"]
    assert places.take(spine.tenant_id)


async def test_a_job_of_a_call_that_is_no_more_ends(spine: Spine, outside: Outside) -> None:
    await begin(spine, asks_outside(outside.url))
    [job] = await jobs(spine)
    assert isinstance(job, PerformCall)
    await spine.owner.execute("DELETE FROM flow_calls WHERE id = $1", job.flow_call_id)

    await perform(spine)

    assert outside.asked == []
