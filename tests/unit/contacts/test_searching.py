"""What is kept of a contact to find it by, and what people's typing asks for."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.postgres.contact_words import contact_query, contact_vector
from domain.contacts.contact import Contact
from domain.contacts.search import MOST_KEPT, MOST_WANTED, Wanted, beginnings_of, wanted_by
from domain.shared.ids import ContactId, TenantId
from domain.shared.words import LONGEST_WORD, composed, words_in

TENANT = TenantId(UUID("0198a000-0000-7000-8000-00000000a9a7"))


def contact(**known: str | None) -> Contact:
    at = datetime(2026, 8, 12, tzinfo=UTC)
    return Contact(id=ContactId(TENANT), created_at=at, **known)  # type: ignore[arg-type]  # texts, all of them


def test_an_address_is_kept_from_each_of_its_words_on() -> None:
    kept = beginnings_of(contact(name="Ana D'Ávila", email="Ana.Lima@x.example", username="@ana_81"))

    assert kept == {"ana", "d", "avila", "ana.lima@x.example", "lima@x.example", "x.example", "example", "81"}


def test_digits_are_a_number_however_they_are_written() -> None:
    assert wanted_by("maria (11) 98888-7777") == (
        Wanted(("maria",)),
        Wanted(("11", "98888", "7777"), "11988887777"),
    )
    assert wanted_by("777") == (Wanted(("777",)),)
    assert wanted_by("7" * 20) == (Wanted(("7" * 20,)),)
    assert wanted_by("<Joao@X>, joao@") == (Wanted(("joao@x",)), Wanted(("joao",)))
    assert wanted_by("% () + ' &") == ()


def test_a_phone_is_runs_of_four_in_their_places_in_both_spellings() -> None:
    assert contact_vector(contact(phone="551133334444"), tenant_id=TENANT) == (
        "'00a9a7_#5511':1 '00a9a7_#5113':2 '00a9a7_#1133':3 '00a9a7_#1333':4 '00a9a7_#3333':5 '00a9a7_#3334':6 "
        "'00a9a7_#3344':7 '00a9a7_#3444':8 '00a9a7_#4444':9"
    )
    assert "'00a9a7_#7777':10,39" in str(contact_vector(contact(phone="5511988887777"), tenant_id=TENANT))
    assert contact_vector(contact(), tenant_id=TENANT) is None
    assert contact_vector(contact(phone="12345678901234567890"), tenant_id=TENANT) is not None


def test_a_longer_run_is_a_phrase_of_them() -> None:
    assert contact_query(wanted_by("988887777"), tenant_id=TENANT) == (
        "(('00a9a7_988887777':*) | ('00a9a7_#9888' <4> '00a9a7_#8777' <1> '00a9a7_#7777'))"
    )


@settings(max_examples=50)
@given(st.text(max_size=80), st.integers(1, LONGEST_WORD))
@example("0@¼", 2)
def test_every_word_of_a_name_is_found_by_its_beginning(name: str, letters: int) -> None:
    kept = beginnings_of(contact(name=name))

    for word in words_in(composed(name)):
        assert any(one.startswith(word.folded[:letters]) for one in kept)


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_what_is_typed_asks_for_little_and_only_of_its_company(typed: str) -> None:
    wanted = wanted_by(typed)

    assert len(wanted) <= MOST_WANTED
    assert contact_query(wanted, tenant_id=TENANT).count("00a9a7_") >= len(wanted)
    assert len(beginnings_of(contact(name=typed))) <= MOST_KEPT + LONGEST_WORD
