"""What custom fields take, and how values are kept."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contacts.fields import ContactField, FieldType, MisfitError, fitted, with_values, wrong_in_field
from domain.shared.document import complete_cnpj, complete_cpf
from domain.shared.ids import ContactFieldId

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def a_field(kind: FieldType, *, key: str = "campo", is_required: bool = False) -> ContactField:
    options = ("ouro", "prata") if kind in {FieldType.CHOICE, FieldType.CHOICES} else ()
    return ContactField(
        id=ContactFieldId(UUID(int=1)),
        key=key,
        label="Campo",
        type=kind,
        options=options,
        is_required=is_required,
        created_at=NOON,
    )


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (FieldType.TEXT, " oi ", "oi"),
        (FieldType.NUMBER, 2.5, 2.5),
        (FieldType.BOOLEAN, False, False),
        (FieldType.DATE, "2026-08-12", "2026-08-12"),
        (FieldType.CHOICE, "ouro", "ouro"),
        (FieldType.CHOICES, ["prata", "ouro", "prata"], ["prata", "ouro"]),
        (FieldType.DOCUMENT, "111.444.777-35", "11144477735"),
        (FieldType.EMAIL, " Ana@X.Example ", "ana@x.example"),
        (FieldType.PHONE, "(11) 95555-0001", "5511955550001"),
        (FieldType.URL, "https://x.example/a?b=c", "https://x.example/a?b=c"),
    ],
)
def test_takes_what_fits_and_keeps_it_in_one_form(kind: FieldType, value: object, kept: object) -> None:
    assert fitted(a_field(kind), value) == kept


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldType.TEXT, "  "),
        (FieldType.TEXT, "a" * 2_001),
        (FieldType.TEXT, 3),
        (FieldType.NUMBER, True),
        (FieldType.NUMBER, "3"),
        (FieldType.NUMBER, 10**16),
        (FieldType.NUMBER, float("nan")),
        (FieldType.BOOLEAN, 1),
        (FieldType.DATE, "12/08/2026"),
        (FieldType.DATE, "2026-02-30"),
        (FieldType.CHOICE, "bronze"),
        (FieldType.CHOICE, ["ouro"]),
        (FieldType.CHOICES, "ouro"),
        (FieldType.CHOICES, ["ouro", {}]),
        (FieldType.DOCUMENT, "111.444.777-36"),
        (FieldType.EMAIL, "ana"),
        (FieldType.PHONE, "12"),
        (FieldType.URL, "javascript:alert(1)"),
        (FieldType.URL, "https://[x"),
    ],
)
def test_refuses_what_does_not_fit(kind: FieldType, value: object) -> None:
    with pytest.raises(MisfitError):
        fitted(a_field(kind), value)


@given(kind=st.sampled_from(FieldType), value=JSON)
def test_keeps_what_was_kept_before_as_it_is(kind: FieldType, value: object) -> None:
    field = a_field(kind)
    try:
        kept = fitted(field, value)
    except MisfitError:
        return

    assert fitted(field, kept) == kept


@given(
    digits=st.integers(0, 10**9 - 1), letters=st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=12, max_size=12)
)
def test_takes_every_document_with_right_check_digits(digits: int, letters: str) -> None:
    field = a_field(FieldType.DOCUMENT)
    for number in (complete_cpf(f"{digits:09}"), complete_cnpj(letters)):
        if len(set(number)) > 1:
            assert fitted(field, number.lower()) == number


class TestValues:
    FIELDS = (a_field(FieldType.NUMBER, key="idade"), a_field(FieldType.CHOICE, key="plano", is_required=True))

    def test_are_laid_over_those_that_are_there(self) -> None:
        before = {"idade": 3, "plano": "ouro", "de_fluxo": [1]}

        after, wrong = with_values(self.FIELDS, before=before, given={"idade": None, "plano": "prata"}, is_new=False)

        assert (after, wrong) == ({"plano": "prata", "de_fluxo": [1]}, [])

    def test_of_a_flow_stay_or_go_and_are_no_others(self) -> None:
        before = {"de_fluxo": [1], "outro": 1}
        given_values = {"de_fluxo": [1], "outro": None, "novo": 1}

        after, wrong = with_values(self.FIELDS, before=before, given=given_values, is_new=False)

        assert (after, [detail.field for detail in wrong]) == ({"de_fluxo": [1]}, ["attributes.novo"])

    def test_that_are_wanted_are_missed_in_a_new_contact_and_never_taken_away(self) -> None:
        _, missed = with_values(self.FIELDS, before={}, given={}, is_new=True)
        _, taken = with_values(self.FIELDS, before={"plano": "ouro"}, given={"plano": None}, is_new=False)

        assert [detail.field for detail in (*missed, *taken)] == ["attributes.plano", "attributes.plano"]


@pytest.mark.parametrize(
    ("key", "label", "kind", "options", "wrong"),
    [
        ("cpf", "CPF", FieldType.DOCUMENT, (), []),
        ("Cpf", "CPF", FieldType.TEXT, (), ["key"]),
        ("a b", "x\ny", FieldType.TEXT, (), ["key", "label"]),
        ("plano", "Plano", FieldType.CHOICE, (), ["options"]),
        ("plano", "Plano", FieldType.CHOICE, ("a", " a"), ["options"]),
        ("plano", "Plano", FieldType.TEXT, ("a",), ["options"]),
    ],
)
def test_is_described_rightly(
    key: str, label: str, kind: FieldType, options: tuple[str, ...], wrong: list[str]
) -> None:
    found = wrong_in_field(key=key, label=label, kind=kind, options=options)

    assert [detail.field for detail in found] == wrong
