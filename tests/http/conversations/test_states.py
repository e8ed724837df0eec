"""What is kept of a conversation for its people, by HTTP."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.identity.permissions import Role
from domain.shared.ids import UserId
from tests.contract.repositories.stored import new_id
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.conversations.conftest import HOUR, Inbox

CONVERSATIONS = "/api/v1/conversations"


async def test_priority_department_and_details_are_changed(calling: Caller, inbox: Inbox) -> None:
    admin, conversation, department = calling(), await inbox.open(), await inbox.a_department()
    place = f"{CONVERSATIONS}/{conversation}"

    changed = await admin.patch(
        place, json={"priority": "urgent", "department_id": department, "metadata": {"subject": "Fatura", "days": 3}}
    )
    cleared = await admin.patch(place, json={"priority": None, "department_id": None, "metadata": {"days": None}})

    assert changed.status_code == 200, changed.text
    assert (changed.json()["priority"], changed.json()["department_id"]) == ("urgent", department)
    assert (cleared.json()["priority"], cleared.json()["department_id"]) == ("medium", None)
    assert (await inbox.load(conversation)).metadata == {"subject": "Fatura"}


async def test_a_change_of_what_changed_meanwhile_is_refused(calling: Caller, inbox: Inbox) -> None:
    admin, place = calling(), f"{CONVERSATIONS}/{await inbox.open()}"
    read = await admin.get(place)

    first, second = [
        await admin.patch(place, json={"priority": "high"}, headers={"if-match": read.headers["etag"]})
        for _ in range(2)
    ]

    assert first.status_code == 200, first.text
    assert first.headers["etag"] != read.headers["etag"]
    assert (second.status_code, error_of(second).code) == (409, "VERSION_CONFLICT")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"metadata": {"referral": "x"}}, "metadata.referral"),
        ({"metadata": {"Nome Completo": "x"}}, "metadata.Nome Completo"),
        ({"metadata": {"subject": "x" * 501}}, "metadata"),
        ({"priority": "soon"}, "priority"),
        ({"department_id": str(new_id())}, "department_id"),
        ({"unread_count": 0}, "unread_count"),
    ],
)
async def test_what_cannot_be_kept_is_refused(
    calling: Caller, inbox: Inbox, body: dict[str, object], field: str
) -> None:
    answer = await calling().patch(f"{CONVERSATIONS}/{await inbox.open()}", json=body)

    assert answer.status_code == 422, answer.text
    assert field in str(error_of(answer).fields) + answer.text


async def test_it_sleeps_until_a_time(calling: Caller, inbox: Inbox) -> None:
    admin, conversation = calling(), await inbox.open()
    until = datetime.now(UTC) + HOUR

    answer = await admin.post(f"{CONVERSATIONS}/{conversation}/snooze", json={"until": until.isoformat()})

    assert answer.status_code == 200, answer.text
    assert (await inbox.load(conversation)).snoozed_until == until


async def test_it_sleeps_until_the_contact_writes(calling: Caller, inbox: Inbox) -> None:
    answer = await calling().post(f"{CONVERSATIONS}/{await inbox.open()}/snooze")

    assert answer.json()["snoozed_until"].startswith("9999-")


@pytest.mark.parametrize("hours", [-1, 24 * 400])
async def test_it_sleeps_neither_in_the_past_nor_for_years(calling: Caller, inbox: Inbox, hours: int) -> None:
    until = datetime.now(UTC) + timedelta(hours=hours)

    answer = await calling().post(f"{CONVERSATIONS}/{await inbox.open()}/snooze", json={"until": until.isoformat()})

    assert (answer.status_code, error_of(answer).fields) == (422, ["until"])


async def test_each_person_has_seen_what_they_have_seen(calling: Caller, inbox: Inbox) -> None:
    one, other = calling(Role.AGENT), calling(Role.AGENT)
    conversation = await inbox.open()

    marked = await one.post(f"{CONVERSATIONS}/{conversation}/read")

    assert marked.status_code == 200, marked.text
    assert marked.json()["unread_count"] == 0
    assert (await other.get(f"{CONVERSATIONS}/{conversation}")).json()["unread_count"] == 1
    assert (await inbox.load(conversation)).unread_count == 1


async def test_whoever_has_it_reads_for_all(calling: Caller, inbox: Inbox) -> None:
    me = UserId(new_id())
    conversation = await inbox.open(assigned_to=me, handler="agent", assigned_at=datetime.now(UTC))

    answer = await calling(Role.AGENT, user=me).post(
        f"{CONVERSATIONS}/{conversation}/read", json={"tell_contact": True}
    )

    assert answer.status_code == 200, answer.text
    assert (await inbox.load(conversation)).unread_count == 0
