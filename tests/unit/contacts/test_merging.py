"""Two contacts become one, and two again as they were."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contacts.contact import Contact
from domain.contacts.errors import MergeRefusedError
from domain.contacts.merge import absorb, give_back
from domain.shared.ids import ContactId

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
TIMES = st.none() | st.integers(0, 3).map(lambda hours: NOON - timedelta(hours=hours))
WORDS = st.none() | st.sampled_from(("a", "b"))


@st.composite
def contacts(draw: st.DrawFn, number: int) -> Contact:
    phone = draw(st.sampled_from((None, f"55119555500{number}1", f"55119555500{number}2")))
    return Contact(
        id=ContactId(UUID(int=number)),
        created_at=NOON,
        name=draw(WORDS),
        phone=phone,
        phone_key=phone,
        email=draw(WORDS),
        username=draw(WORDS),
        language=draw(WORDS),
        time_zone=draw(WORDS),
        attributes=draw(st.dictionaries(st.sampled_from("xyz"), st.integers(0, 2))),
        blocked_at=draw(TIMES),
        first_seen_at=draw(TIMES),
        last_seen_at=draw(TIMES),
        lead_score=draw(st.integers(-5, 5)),
    )


@given(kept=contacts(1), merged=contacts(2))
def test_merging_and_undoing_it_changes_nothing(kept: Contact, merged: Contact) -> None:
    before = msgspec.structs.astuple(kept), msgspec.structs.astuple(merged)

    taken = absorb(kept, merged, now=NOON)
    give_back(kept, merged, msgspec.json.decode(msgspec.json.encode(taken), type=type(taken)))

    assert (msgspec.structs.astuple(kept), msgspec.structs.astuple(merged)) == before


@given(kept=contacts(1), merged=contacts(2))
def test_the_kept_one_lacks_nothing_that_either_had(kept: Contact, merged: Contact) -> None:
    own, theirs = msgspec.structs.replace(kept), msgspec.structs.replace(merged)

    absorb(kept, merged, now=NOON)

    assert (kept.name, kept.email) == (own.name or theirs.name, own.email or theirs.email)
    assert kept.attributes == {**theirs.attributes, **own.attributes}
    assert kept.is_blocked == (own.is_blocked or theirs.is_blocked)
    assert kept.lead_score == own.lead_score + theirs.lead_score
    assert kept.phone_key in {own.phone_key, theirs.phone_key}
    assert (merged.is_gone, merged.phone_key, merged.merged_into) == (True, None, kept.id)


def test_what_people_changed_since_stays() -> None:
    kept = Contact(id=ContactId(UUID(int=1)), created_at=NOON, attributes={"a": 1})
    merged = Contact(id=ContactId(UUID(int=2)), created_at=NOON, name="Bia", attributes={"b": 2, "c": 3})

    taken = absorb(kept, merged, now=NOON)
    kept.name, kept.attributes = "Beatriz", {**kept.attributes, "c": 4}
    give_back(kept, merged, taken)

    assert (kept.name, kept.attributes) == ("Beatriz", {"a": 1, "c": 4})


def test_writes_to_the_phone_that_was_used_last() -> None:
    kept = Contact(id=ContactId(UUID(int=1)), created_at=NOON, phone="1", phone_key="1", last_seen_at=NOON)
    later = NOON + timedelta(hours=1)
    merged = Contact(id=ContactId(UUID(int=2)), created_at=NOON, phone="2", phone_key="2", last_seen_at=later)

    absorb(kept, merged, now=NOON)

    assert (kept.phone, kept.last_seen_at) == ("2", later)


def test_none_is_merged_with_itself() -> None:
    contact = Contact(id=ContactId(UUID(int=1)), created_at=NOON)

    with pytest.raises(MergeRefusedError):
        absorb(contact, contact, now=NOON)
