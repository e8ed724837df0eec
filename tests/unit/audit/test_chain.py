import hashlib
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audit.chain import BEGINNING, canonical, hash_of
from domain.audit.details import details_of
from domain.audit.entry import Entry
from domain.shared.ids import TenantId
from tests.unit.audit.chains import AT, chain, entry

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
delimiters = st.text(st.sampled_from('",:{}[]\\\n|=\x1f\x1e null'), max_size=12)
words = st.none() | texts | delimiters
uuids = st.none() | st.uuids()
details = st.none() | st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts | delimiters,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts | delimiters, inner, max_size=3),
    max_leaves=6,
).map(lambda value: details_of({"value": value}))
entries = st.builds(
    Entry,
    tenant_id=st.uuids(),
    id=st.uuids(),
    seq=st.integers(1, 2**62),
    action=texts | delimiters,
    actor_kind=texts | delimiters,
    user_id=uuids,
    api_key_id=uuids,
    ip=words,
    user_agent=words,
    request_id=words,
    subject_type=words,
    subject_id=uuids,
    before=details,
    after=details,
    at=st.datetimes(timezones=st.just(UTC)),
)
neighbours = st.tuples(
    st.sampled_from(["ip", "user_agent", "request_id", "subject_type"]),
    st.sampled_from(["ip", "user_agent", "request_id", "subject_type"]),
)


def fields_of(value: Entry) -> dict[str, object]:
    fields = msgspec.structs.asdict(value)
    return {**fields, "before": decoded(value.before), "after": decoded(value.after)}


def decoded(value: msgspec.Raw | None) -> object:
    return "none" if value is None else [msgspec.json.decode(value)]


@given(entries, entries)
def test_two_entries_have_one_form_only_if_they_are_the_same(one: Entry, other: Entry):
    assert (canonical(one) == canonical(other)) == (fields_of(one) == fields_of(other))


@given(entries, neighbours, texts | delimiters, texts | delimiters, texts | delimiters)
def test_no_text_moves_from_one_field_to_the_next_unnoticed(
    one: Entry, names: tuple[str, str], before: str, moved: str, after: str
):
    left, right = names
    here = msgspec.structs.replace(one, **{left: before + moved, right: after})
    there = msgspec.structs.replace(one, **{left: before, right: moved + after})

    assert (hash_of(here, previous=BEGINNING.hash) == hash_of(there, previous=BEGINNING.hash)) == (
        fields_of(here) == fields_of(there)
    )


@given(entries, words, words)
def test_no_text_pretends_to_be_a_field(one: Entry, text: str | None, forged: str | None):
    quoted = msgspec.json.encode(forged).decode()
    tricked = msgspec.structs.replace(one, ip=f'{text}","user_agent":{quoted},"x":"', user_agent=None)
    honest = msgspec.structs.replace(one, ip=text, user_agent=forged)

    assert canonical(tricked) != canonical(honest)


@given(entries)
def test_the_form_is_read_back_as_it_was(one: Entry):
    read = msgspec.json.decode(canonical(one))

    assert read.pop("form") == 1
    assert list(read) == sorted(read)
    assert (read["ip"], read["action"], read["seq"]) == (one.ip, one.action, one.seq)


@given(entries, st.sampled_from(sorted(Entry.__struct_fields__)), entries)
def test_each_field_is_hashed(one: Entry, name: str, other: Entry):
    changed = msgspec.structs.replace(one, **{name: getattr(other, name)})

    assert (canonical(changed) == canonical(one)) == (fields_of(changed) == fields_of(one))


@pytest.mark.parametrize("spacing", [b'{"b":[1,null],"a":"\\u00e9"}', '{ "a": "é",\n "b": [1, null] }'.encode()])
def test_details_are_hashed_by_what_they_say_not_how_they_are_spaced(spacing: bytes):
    told = entry(after=msgspec.Raw(b'{"a": "\xc3\xa9", "b": [1, null]}'))

    assert canonical(entry(after=msgspec.Raw(spacing))) == canonical(told)


def test_a_time_is_hashed_by_its_moment_not_by_its_zone():
    elsewhere = AT.astimezone(timezone(timedelta(hours=-3)))

    assert canonical(entry(at=elsewhere)) == canonical(entry(at=AT))
    assert canonical(entry(at=AT + timedelta(microseconds=1))) != canonical(entry(at=AT))


def test_the_form_is_the_one_that_was_decided():
    """Change the form only with its number, and keep reading the old one: stored hashes were made of it."""
    told = Entry(
        tenant_id=TenantId(UUID(int=1)),
        id=UUID(int=7),
        seq=1,
        action="user.updated",
        actor_kind="system",
        user_id=None,
        api_key_id=None,
        ip="192.0.2.1",
        user_agent='a"b',
        request_id=None,
        subject_type="user",
        subject_id=UUID(int=9),
        before=None,
        after=details_of({"name": "Zé", "count": 2}),
        at=datetime(2026, 8, 12, 12, 0, tzinfo=UTC),
    )

    assert canonical(told).decode() == (
        '{"action":"user.updated","actor_kind":"system","after":{"count":2,"name":"Zé"},"api_key_id":null,'
        '"at":"2026-08-12T12:00:00.000000+00:00","before":null,"form":1,'
        '"id":"00000000-0000-0000-0000-000000000007","ip":"192.0.2.1","request_id":null,"seq":1,'
        '"subject_id":"00000000-0000-0000-0000-000000000009","subject_type":"user",'
        '"tenant_id":"00000000-0000-0000-0000-000000000001","user_agent":"a\\"b","user_id":null}'
    )
    assert hash_of(told, previous=BEGINNING.hash) == hashlib.sha256(bytes(32) + canonical(told)).digest()


def test_each_link_holds_the_hash_before_it():
    links = chain(3)

    assert [link.entry.seq for link in links] == [1, 2, 3]
    assert [link.previous_hash for link in links] == [BEGINNING.hash, links[0].hash, links[1].hash]
