"""Waiting in flows: what counts from when, and what happens to those who are late."""

from datetime import timedelta

from application.ports.lanes import LaneKind
from tests.integration.spine import flows
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
INBOUND = (LaneKind.JOURNAL, LaneKind.CONTACT)


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


async def _asked(spine: Spine, *, queued_for: timedelta = timedelta()) -> None:
    """Ask with a timeout of thirty minutes; the question lies in the queue for a while before it is accepted."""
    await spine.run(flows.asks(minutes=30))
    await spine.says(PHONE, "oi")
    await spine.drain(kinds=INBOUND)
    await spine.advance(queued_for)
    await spine.drain()


async def test_time_in_the_queue_does_not_count(spine: Spine) -> None:
    await _asked(spine, queued_for=_minutes(29))

    await spine.advance(_minutes(29))
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?"]


async def test_reply_timeout_counts_from_acceptance(spine: Spine) -> None:
    await _asked(spine, queued_for=_minutes(29))

    await spine.advance(_minutes(30))
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?", "Ainda aí?"]


async def test_timeout_that_was_due_during_downtime_fires_late_and_once(spine: Spine) -> None:
    await _asked(spine)

    await spine.advance(timedelta(hours=5))
    await spine.drain()
    await spine.advance(timedelta(hours=5))
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?", "Ainda aí?"]


async def test_reply_that_came_in_time_wins_though_it_is_handled_late(spine: Spine) -> None:
    await _asked(spine)
    await spine.advance(_minutes(29))
    await spine.says(PHONE, "Sim")

    await spine.advance(_minutes(10))
    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?", "Obrigado"]


async def test_reply_that_came_too_late_finds_the_timeout_fired(spine: Spine) -> None:
    await _asked(spine)
    await spine.advance(_minutes(31))
    await spine.says(PHONE, "Sim")

    await spine.drain()

    assert spine.answers(PHONE) == ["Sim?", "Ainda aí?", "Sim?"]


async def test_answered_question_has_no_timer_left(spine: Spine) -> None:
    await _asked(spine)

    await spine.says(PHONE, "Sim")
    await spine.drain()

    assert await spine.rows("SELECT * FROM flow_timers") == []


async def test_session_that_nobody_answers_expires(spine: Spine) -> None:
    question = {"id": "ask", "type": "wait", "data": {"for": "reply"}}
    edges = (("start", "say", None), ("say", "ask", None), ("ask", "end", None))
    settings = {"session_timeout_minutes": 60}
    await spine.run(flows.flow(flows.says("Diga"), question, flows.ends(), edges=edges, settings=settings))
    await spine.says(PHONE, "oi")
    await spine.drain()

    await spine.advance(_minutes(61))
    await spine.drain()

    assert await spine.column("SELECT status FROM flow_sessions") == ["expired"]


async def test_message_during_a_pause_is_not_answered_before_its_end(spine: Spine) -> None:
    await spine.run(flows.pauses(duration="2h"))
    await spine.says(PHONE, "oi")
    await spine.says(PHONE, "alô?")

    await spine.advance(_minutes(119))
    await spine.drain()

    assert spine.answers(PHONE) == ["Um momento"]


async def test_message_during_a_pause_answers_the_question_after_it(spine: Spine) -> None:
    listens = {"id": "after", "type": "wait", "data": {"for": "reply"}}
    document = flows.pauses(after=listens)
    document["nodes"].append(flows.says("Disse: {{response}}", node_id="repeat"))
    document["edges"][-1]["target"] = "repeat"
    document["edges"].append({"id": "last", "source": "repeat", "target": "end"})
    await spine.run(document)
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.says(PHONE, "alô?")
    await spine.drain()

    await spine.advance(_minutes(121))
    await spine.drain()

    assert spine.answers(PHONE) == ["Um momento", "Disse: alô?"]


async def test_message_that_a_session_left_unanswered_starts_the_next_flow(spine: Spine) -> None:
    await spine.run(flows.pauses(**flows.keyword("pausa")))
    await spine.run(flows.echo())
    await spine.says(PHONE, "pausa")
    await spine.drain()
    await spine.says(PHONE, "alô?")
    await spine.drain()

    await spine.advance(_minutes(121))
    await spine.drain()

    assert spine.answers(PHONE) == ["Um momento", "Voltei", "Recebido: alô?"]
