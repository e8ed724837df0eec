"""Contacts and filters by chance, close enough to each other that filters mean some contacts and not others."""

from datetime import timedelta
from random import Random

from domain.contacts.consent import Consent, ConsentState, Purpose
from domain.contacts.contact import LifecycleStage
from domain.contacts.filters import (
    And,
    AttributeIs,
    AttributeOp,
    ConsentIs,
    Filter,
    HasOpenConversation,
    HasTag,
    IsBlocked,
    LifecycleIs,
    Not,
    NumberOp,
    Or,
    ScoreIs,
    TextField,
    TextIs,
    TextOp,
    TimeField,
    TimeIs,
    TimeOp,
)
from domain.contacts.matches import Person
from domain.shared.ids import TagId
from tests.contract.repositories.stored import NOW, a_contact
from tests.contract.repositories.test_consents import a_consent

NAMES = (None, "", "Ana", "ÁNA souza", "ana%_\\", "João 'Zé'", "Łódź ß İ", "a" * 150)
PHONES = (None, "5511955550001", "551155550001", "5521933334444", "14155550123")
VALUES: tuple[object, ...] = (
    "", "ouro", "ÔURO", "2026-08-12", "2026-09-01", 0, 1, 1.0, 2.5, -3, 1e15, True, False, None, [], ["ouro", 1, None],
    ["prata", "Ouro"], {"a": 1}, "1", "true", "null", "a'b\"c\\d",
)  # fmt: skip
KEYS = ("plano", "pla'no", "x")
DAYS = (0, 1, 30)
WORDS = ("", "a", "ana", "ÁNA", "ouro", "%", "_", "\\", "'", "11", "(11) 95555-0001", "1155550001", "ß", "łódź")


def people(random: Random, *, tags: list[TagId], count: int) -> list[Person]:
    """Make contacts; those with a phone are as many as there are phones."""
    phones = list(PHONES)
    return [_person(random, tags, phones.pop() if phones else None) for _ in range(count)]


def _person(random: Random, tags: list[TagId], phone: str | None) -> Person:
    def time(*, never: bool = True) -> object:
        days = [0, 1, 30, 31, 0.5]
        return None if never and random.random() < 0.3 else NOW - timedelta(days=random.choice(days))

    contact = a_contact(
        name=random.choice(NAMES),
        phone=phone,
        phone_key=phone,
        email=random.choice((None, "ana@x.example")),
        language=random.choice((None, "pt_BR", "EN")),
        lifecycle_stage=random.choice(list(LifecycleStage)),
        lead_score=random.choice((-5, 0, 5)),
        attributes={key: random.choice(VALUES) for key in KEYS if random.random() < 0.7},
        blocked_at=random.choice((None, NOW)),
        created_at=time(never=False),
        first_seen_at=time(),
        last_seen_at=time(),
    )
    return Person(
        contact=contact,
        tag_ids=frozenset(tag for tag in tags if random.random() < 0.5),
        consents=tuple(_consents(random, contact.id)),
        has_open_conversation=random.random() < 0.5,
    )


def _consents(random: Random, contact_id: object) -> list[Consent]:
    return [
        a_consent(
            contact_id,  # type: ignore[arg-type]  # a contact's id
            minute=random.choice((-2, -1, 0)),
            granted=random.random() < 0.6,
            purpose=random.choice(list(Purpose)),
            channel=random.choice(("whatsapp", "email")),
            expires_at=random.choice((None, NOW, NOW + timedelta(days=1))),
        )
        for _ in range(random.randint(0, 4))
    ]


def a_filter(random: Random, *, tags: list[TagId], depth: int = 0) -> Filter:
    """Make a filter of any kind."""
    kinds = [_text, _time, _score, _lifecycle, _tag, _consent, _flag, _attribute, _attribute]
    if depth < 3 and random.random() < 0.4:
        some = tuple(a_filter(random, tags=tags, depth=depth + 1) for _ in range(random.randint(1, 3)))
        return random.choice((And(filters=some), Or(filters=some), Not(filter=some[0])))
    return random.choice(kinds)(random, tags)


def _text(random: Random, _: list[TagId]) -> Filter:
    return TextIs(field=random.choice(list(TextField)), op=random.choice(list(TextOp)), value=random.choice(WORDS))


def _time(random: Random, _: list[TagId]) -> Filter:
    field, op = random.choice(list(TimeField)), random.choice(list(TimeOp))
    if op in {TimeOp.BEFORE, TimeOp.AFTER}:
        return TimeIs(field=field, op=op, at=NOW - timedelta(days=random.choice(DAYS)))
    return TimeIs(field=field, op=op, days=random.choice(DAYS) if op.endswith("days") else None)


def _score(random: Random, _: list[TagId]) -> Filter:
    return ScoreIs(op=random.choice(list(NumberOp)), value=random.choice((-5, 0, 4)))


def _lifecycle(random: Random, _: list[TagId]) -> Filter:
    return LifecycleIs(stages=tuple(random.sample(list(LifecycleStage), 2)))


def _tag(random: Random, tags: list[TagId]) -> Filter:
    return HasTag(tag_id=random.choice(tags))


def _consent(random: Random, _: list[TagId]) -> Filter:
    return ConsentIs(
        purpose=random.choice(list(Purpose)),
        state=random.choice(list(ConsentState)),
        channel=random.choice(("whatsapp", "email", "sms")),
    )


def _flag(random: Random, _: list[TagId]) -> Filter:
    return random.choice((IsBlocked, HasOpenConversation))(value=random.random() < 0.5)


def _attribute(random: Random, _: list[TagId]) -> Filter:
    op = random.choice(list(AttributeOp))
    wanted = [value for value in VALUES if isinstance(value, str | int | float)]
    value = None if op in {AttributeOp.IS_SET, AttributeOp.IS_EMPTY} else random.choice(wanted)
    return AttributeIs(key=random.choice(KEYS), op=op, value=value)
