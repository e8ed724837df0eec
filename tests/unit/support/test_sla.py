"""What is promised, by when, and what becomes of it."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.ids import ConversationId, DepartmentId, SlaPolicyId, TagId, WhatsAppConfigId
from domain.support.hours import Hours
from domain.support.sla import (
    MAX_MINUTES,
    Promise,
    Served,
    SlaKind,
    SlaPolicy,
    SlaScope,
    policy_for,
    settled,
    wrong_in_policy,
)
from domain.support.week import WEEKDAYS, Span
from tests.contract.repositories.stored import MINUTE, NOW, new_id

HOUR = timedelta(hours=1)
ALWAYS = Hours.always()
OFFICE = Hours(week=dict.fromkeys(WEEKDAYS[:5], (Span(opens="08:00", closes="18:00"),)), zone=UTC)
FIRST, RESOLUTION = SlaKind.FIRST_RESPONSE, SlaKind.RESOLUTION


def a_policy(**changed: object) -> SlaPolicy:
    policy = SlaPolicy(
        id=SlaPolicyId(new_id()), name="Padrão", created_at=NOW, first_response=HOUR, resolution=8 * HOUR
    )
    for name, value in changed.items():
        setattr(policy, name, value)
    return policy


def served(**changed: object) -> Served:
    one = Served(
        conversation_id=ConversationId(new_id()),
        priority="medium",
        department_id=DepartmentId(new_id()),
        config_id=WhatsAppConfigId(new_id()),
        tag_ids=frozenset({TagId(new_id())}),
        people_since=NOW,
        first_response_at=None,
        reopened_at=None,
        resolved_at=None,
    )
    return msgspec.structs.replace(one, **changed)


class TestPolicies:
    def test_the_first_that_applies_counts(self) -> None:
        one = served()
        urgent = a_policy(applies_to=SlaScope(priorities=("urgent",)))
        of_team = a_policy(applies_to=SlaScope(department_ids=(one.department_id,)), place=1)
        general, off = a_policy(place=2), a_policy(is_active=False)

        assert policy_for([general, of_team, urgent, off], one) is of_team
        assert policy_for([general, urgent], one) is general
        assert policy_for([urgent, off], one) is None

    def test_of_tags_any_one_does(self) -> None:
        one = served()
        [tag] = one.tag_ids

        assert a_policy(applies_to=SlaScope(tag_ids=(TagId(new_id()), tag))).applies(one)
        assert not a_policy(applies_to=SlaScope(tag_ids=(TagId(new_id()),))).applies(one)

    @pytest.mark.parametrize(
        ("changed", "field"),
        [
            ({"name": " "}, "name"),
            ({"first_response": None, "resolution": None}, "first_response_minutes"),
            ({"resolution": timedelta(minutes=MAX_MINUTES + 1)}, "resolution_minutes"),
            ({"warn_at_percent": 100}, "warn_at_percent"),
            ({"applies_to": SlaScope(priorities=("very",))}, "applies_to.priorities"),
            ({"place": -1}, "place"),
        ],
    )
    def test_what_is_wrong_is_named(self, changed: dict[str, object], field: str) -> None:
        assert [wrong.field for wrong in wrong_in_policy(a_policy(**changed))] == [field]


class TestPromises:
    def test_are_made_when_people_have_it_and_settled_once(self) -> None:
        one, policy = served(), a_policy(is_business_time=False)

        made = settled({}, policy, one, hours=ALWAYS)

        assert {kind: promise.due_at for kind, promise in made.items()} == {
            FIRST: NOW + HOUR,
            RESOLUTION: NOW + 8 * HOUR,
        }
        assert made[FIRST].warn_at == NOW + 48 * MINUTE
        assert settled(made, policy, one, hours=ALWAYS) == made
        assert settled({}, policy, served(people_since=None), hours=ALWAYS) == {}

    def test_keep_their_beginning_when_they_are_reckoned_anew(self) -> None:
        one = served()
        made = settled({}, a_policy(is_business_time=False), one, hours=ALWAYS)
        faster = a_policy(is_business_time=False, first_response=10 * MINUTE, resolution=None)

        anew = settled(made, faster, msgspec.structs.replace(one, people_since=NOW + HOUR), hours=ALWAYS)

        assert {kind: promise.due_at for kind, promise in anew.items()} == {FIRST: NOW + 10 * MINUTE}

    def test_are_met_by_an_answer_and_by_the_end(self) -> None:
        one, policy = served(), a_policy()
        made = settled({}, policy, one, hours=ALWAYS)
        answered = msgspec.structs.replace(one, first_response_at=NOW + MINUTE)
        over = msgspec.structs.replace(answered, resolved_at=NOW + HOUR)

        after_answer = settled(made, policy, answered, hours=ALWAYS)
        after_end = settled(after_answer, policy, over, hours=ALWAYS)

        assert (after_answer[FIRST].met_at, after_answer[RESOLUTION].met_at) == (NOW + MINUTE, None)
        assert (after_end[FIRST].met_at, after_end[RESOLUTION].met_at) == (NOW + MINUTE, NOW + HOUR)

    def test_what_is_broken_stays_so_and_is_met_late(self) -> None:
        one, policy = served(), a_policy()
        late = {kind: made.looked_at(NOW + 9 * HOUR) for kind, made in settled({}, policy, one, hours=ALWAYS).items()}

        answered = settled(late, policy, msgspec.structs.replace(one, first_response_at=NOW + 9 * HOUR), hours=ALWAYS)

        assert (answered[FIRST].breached_at, answered[FIRST].met_at) == (NOW + HOUR, NOW + 9 * HOUR)
        assert (answered[RESOLUTION].breached_at, answered[RESOLUTION].met_at) == (NOW + 8 * HOUR, None)

    def test_a_reopened_one_is_promised_its_end_again(self) -> None:
        one, policy = served(), a_policy()
        over = settled(
            settled({}, policy, one, hours=ALWAYS),
            policy,
            msgspec.structs.replace(one, first_response_at=NOW, resolved_at=NOW + HOUR),
            hours=ALWAYS,
        )

        again = settled(
            over,
            policy,
            msgspec.structs.replace(one, first_response_at=NOW, reopened_at=NOW + 2 * HOUR),
            hours=ALWAYS,
        )

        assert again[FIRST] == over[FIRST]
        assert (again[RESOLUTION].started_at, again[RESOLUTION].met_at) == (NOW + 2 * HOUR, None)

    def test_end_while_a_bot_has_it(self) -> None:
        one, policy = served(), a_policy()
        made = settled({}, policy, one, hours=ALWAYS)

        assert settled(made, policy, msgspec.structs.replace(one, people_since=None), hours=ALWAYS) == {}


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
TIMES = st.timedeltas(MINUTE, timedelta(days=10))


@given(since=MOMENTS, time=TIMES, more=TIMES, percent=st.integers(1, 99), is_business=st.booleans())
def test_longer_times_are_due_later_and_warned_of_before(
    *, since: datetime, time: timedelta, more: timedelta, percent: int, is_business: bool
) -> None:
    one = served(people_since=since)
    changed = {"resolution": None, "warn_at_percent": percent, "is_business_time": is_business}

    short = settled({}, a_policy(first_response=time, **changed), one, hours=OFFICE)[FIRST]
    long = settled({}, a_policy(first_response=time + more, **changed), one, hours=OFFICE)[FIRST]

    assert since <= short.warn_at <= short.due_at <= long.due_at
    assert short.warn_at <= long.warn_at
    assert short.due_at >= since + time


@given(st.lists(TIMES, max_size=6), st.none() | TIMES)
def test_each_thing_becomes_of_a_promise_at_most_once(looks: list[timedelta], met: timedelta | None) -> None:
    [promise] = settled({}, a_policy(resolution=None, is_business_time=False), served(), hours=ALWAYS).values()
    seen: list[Promise] = [promise]

    for look in sorted(looks):
        seen.append(seen[-1].looked_at(NOW + look))
    if met is not None:
        seen.append(msgspec.structs.replace(seen[-1], met_at=NOW + met).looked_at(NOW + met))

    for name in ("warned_at", "breached_at"):
        told = [getattr(one, name) for one in seen]
        assert len({at for at in told if at is not None}) <= 1
    was_late = any(look >= HOUR for look in looks) or (met is not None and met > HOUR)
    assert (seen[-1].breached_at is not None) is was_late
