"""Whatever the document, the replies and the news: the engine ends, loses no reply, and repeats itself."""

from contextlib import suppress
from itertools import pairwise
from uuid import UUID

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.flows.codec import decode_flow, encode_flow
from domain.flows.effects import SendMessage, SetTimer
from domain.flows.inspection import inspect
from domain.flows.limits import MAX_STEPS
from domain.flows.session import Session
from domain.shared.errors import InvalidError
from domain.shared.ids import MessageId
from tests.unit.flows.random_flows import TOOLS, documents, json_values, play, stimuli, version


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), stimuli)
def test_the_engine_is_total_bounded_and_repeats_itself(document: dict[str, object], happened: list[tuple[str, str]]):
    flow = version(document)
    if flow is None:
        return

    sprints = play(flow, happened)

    effects = [effect for sprint in sprints for effect in sprint.effects]
    assert msgspec.json.encode(sprints) == msgspec.json.encode(play(flow, happened))
    assert len({effect.id for effect in effects}) == len(effects)
    assert all(len(sprint.trace) <= 4 * MAX_STEPS for sprint in sprints)
    assert all(sprint.trace for sprint in sprints)
    assert msgspec.json.decode(msgspec.json.encode(sprints[-1].session), type=Session) is not None
    for sprint in sprints:
        asked = sprint.session.asked
        assert asked is None or any(isinstance(effect, SendMessage) and effect.id == asked for effect in effects)
        expiry = sprint.session.expiry
        assert expiry is None or any(isinstance(effect, SetTimer) and effect.id == expiry for effect in effects)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents(), stimuli)
def test_no_reply_is_lost(document: dict[str, object], happened: list[tuple[str, str]]):
    """Each reply to a live session is taken (a step, and `reply` or an ended session says so) or kept."""
    flow = version(document)
    if flow is None:
        return

    sprints = play(flow, happened)

    for number, (before, after) in enumerate(pairwise(sprints), start=1):
        if happened[number - 1][0] not in {"say", "press", "photo"} or before.session.status.is_over:
            continue
        kept = {reply.message_id for reply in after.session.pending}
        taken = after.session.reply.message_id if after.session.reply else None
        assert MessageId(UUID(int=number)) in {*kept, taken}
        assert {reply.message_id for reply in before.session.pending} <= {*kept, taken}


def contains(whole: object, part: object) -> bool:
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and contains(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return isinstance(whole, list) and len(whole) == len(part) and all(map(contains, whole, part))
    return whole == part


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_a_document_comes_back_whole(document: dict[str, object]):
    raw = msgspec.json.encode(document)
    flow = version(document)
    if flow is None:
        return

    written = encode_flow(flow.document)

    assert contains(msgspec.json.decode(written), msgspec.json.decode(raw))
    assert encode_flow(decode_flow(written)) == written


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_the_check_is_total(document: dict[str, object]):
    flow = version(document)

    assert flow is None or isinstance(inspect(flow.document, TOOLS.language), tuple)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=60), json_values.map(msgspec.json.encode)))
def test_any_bytes_are_a_flow_or_invalid(raw: bytes):
    with suppress(InvalidError):
        assert decode_flow(raw).source is not None
