"""What columns and cells mean, whatever people type; what is escaped comes back, whatever it is."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.sheets.csv_rows import csv_rows
from domain.contacts.escaping import escaped, unescaped
from domain.contacts.fields import ContactField, FieldType, MisfitError
from domain.contacts.import_headings import suggest_mapping
from domain.contacts.import_values import value_of, yes_or_no
from domain.shared.ids import ContactFieldId
from tests.contract.repositories.stored import NOW, new_id

SIGNS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
EVIL = st.text(alphabet="=+-@\t\r '\"\u00a0＝a1|", max_size=6)


def a_field(kind: FieldType) -> ContactField:
    return ContactField(
        id=ContactFieldId(new_id()), key="valor", label="Valor", type=kind, options=("Ouro", "Prata"), created_at=NOW
    )


@given(EVIL | SIGNS)
def test_what_is_escaped_is_no_formula_and_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not escaped(text).lstrip(' "\u00a0').startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.lists(st.lists(SIGNS, min_size=3, max_size=3), min_size=1, max_size=8),
    st.sampled_from([("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-8", "|")]),
)
def test_every_table_is_read_as_it_was_written(tmp_path: Path, rows: list[list[str]], made: tuple[str, str]) -> None:
    """With headings, as every file of contacts has them; lone carriage returns end a line for some programs."""
    encoding, delimiter = made
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["nome", "telefone", "cidade"], *rows])
    path = tmp_path / "t"
    path.write_bytes(text.getvalue().encode(encoding))

    assert [cells for _, cells in csv_rows(path)][1:] == rows


@pytest.mark.parametrize(
    ("headings", "mapping"),
    [
        (("Nome Completo", "CELULAR", "E-mail", "Opt-In"), ("name", "phone", "email", "consent.marketing")),
        (("full_name", "Mobile Phone", "Tags", "valor"), ("name", "phone", "tags", "attributes.valor")),
        (("Nome", "name", "Cidade", ""), ("name", None, None, None)),
    ],
)
def test_headings_say_what_columns_hold(headings: tuple[str, ...], mapping: tuple[str | None, ...]) -> None:
    suggested = suggest_mapping(headings, fields=(a_field(FieldType.TEXT),))

    assert tuple(suggested.get(heading) for heading in headings) == mapping


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldType.NUMBER, "R$ 1.234,56", 1234.56),
        (FieldType.NUMBER, "1,234.56", 1234.56),
        (FieldType.NUMBER, "-12", -12),
        (FieldType.NUMBER, "1.234.567", 1234567),
        (FieldType.BOOLEAN, "Não", False),
        (FieldType.DATE, "12/08/2026", "2026-08-12"),
        (FieldType.DATE, "2026-08-12 00:00:00", "2026-08-12"),
        (FieldType.CHOICE, "OURO", "Ouro"),
        (FieldType.CHOICES, "prata; ouro", ["Prata", "Ouro"]),
    ],
)
def test_cells_are_read_as_they_are_typed(kind: FieldType, text: str, value: object) -> None:
    assert value_of(a_field(kind), text) == value


@pytest.mark.parametrize(
    ("kind", "text"), [(FieldType.NUMBER, "doze"), (FieldType.DATE, "31/02/2026"), (FieldType.BOOLEAN, "talvez")]
)
def test_what_is_none_is_said(kind: FieldType, text: str) -> None:
    with pytest.raises(MisfitError):
        value_of(a_field(kind), text)
    assert yes_or_no("talvez") is None
