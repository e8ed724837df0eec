"""What Meta would refuse is named before it is asked, with the field and its limit."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.whatsapp.templates.components import Body, BodyExample, Button, ButtonRow, Component, Footer, Header
from domain.whatsapp.templates.rules import check_draft
from domain.whatsapp.templates.variables import fill, gaps_of
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory
from tests.unit.templates.drafts import (
    BODY,
    CODE,
    COUPON,
    FOOTER,
    HEADER,
    LINK,
    NAMED,
    PHONE,
    REPLY,
    a_draft,
    wrong_fields,
)

AUTHENTICATION = TemplateCategory.AUTHENTICATION
TEXT, ROW = "components[0].text", "components[0].example.body_text"
BUTTONS = "components[1].buttons"


def body(text: str, *examples: str) -> Body:
    return Body(text=text, example=BodyExample(body_text=(examples,)) if examples else None)


def row(*buttons: Button) -> tuple[Component, ...]:
    return BODY, ButtonRow(buttons=buttons)


@pytest.mark.parametrize(
    "draft",
    [
        a_draft(),
        a_draft(Body(text="Sem lacunas.")),
        a_draft(NAMED, parameter_format=ParameterFormat.NAMED),
        a_draft(*CODE, category=AUTHENTICATION),
        a_draft(msgspec.structs.replace(HEADER, format="LOCATION", text=None, example=None), BODY),
    ],
)
def test_what_is_right_is_taken(draft: object) -> None:
    assert list(check_draft(draft)) == []  # type: ignore[arg-type]  # a draft


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "Pedido"}, "name"),
        ({"name": "a" * 513}, "name"),
        ({"name": ""}, "name"),
        ({"language": "pt"}, "language"),
        ({"category": TemplateCategory.OTHER}, "category"),
        ({"components": (FOOTER,)}, "components"),
        ({"components": (BODY, BODY)}, "components"),
        ({"components": (BODY, Footer(text="a" * 61))}, "components[1].text"),
        ({"components": (BODY, Footer(text="{{1}}"))}, "components[1].text"),
        ({"components": (Header(format="GIF"), BODY)}, "components[0].format"),
        ({"components": (Header(format="IMAGE"), BODY)}, "components[0].example.media_id"),
        ({"components": (Header(format="TEXT", text="a" * 61), BODY)}, TEXT),
        ({"components": (Header(format="TEXT", text="*a*"), BODY)}, TEXT),
        ({"components": (Header(format="TEXT", text="{{1}}"), BODY)}, "components[0].example.header_text"),
    ],
)
def test_a_wrong_part_is_named(changed: dict[str, object], field: str) -> None:
    assert wrong_fields(a_draft(**changed)) == [field]


@pytest.mark.parametrize(
    ("text", "examples", "fields"),
    [
        ("", (), [TEXT]),
        ("a" * 1025, (), [TEXT]),
        ("{{1}} oi", ("a",), [TEXT]),
        ("oi {{1}}", ("a",), [TEXT]),
        ("oi {{2}} a", ("a",), [TEXT]),
        ("oi {{1}} {{2}} a", ("a", "b"), [TEXT]),
        ("oi {{nome}} a", ("a",), [TEXT]),
        ("oi {{1} a", (), [TEXT]),
        ("oi {{1}} a", (), [ROW]),
        ("oi {{1}} a", ("a", "b"), [ROW]),
        ("oi {{1}} a", (" ",), [ROW]),
        ("oi a", ("a",), [ROW]),
    ],
)
def test_a_wrong_text_is_named(text: str, examples: tuple[str, ...], fields: list[str]) -> None:
    assert wrong_fields(a_draft(body(text, *examples))) == fields


@pytest.mark.parametrize("text", ["oi {{Nome}} a", "oi {{1}} a", "oi {{no me}} a"])
def test_a_wrong_name_is_named(text: str) -> None:
    draft = a_draft(Body(text=text), parameter_format=ParameterFormat.NAMED)

    assert wrong_fields(draft) == [TEXT, "components[0].example.body_text_named_params"]


@pytest.mark.parametrize(
    ("buttons", "fields"),
    [
        ((), [BUTTONS]),
        (tuple(Button(type="QUICK_REPLY", text=f"b{n}") for n in range(11)), [BUTTONS, BUTTONS]),
        ((PHONE, msgspec.structs.replace(PHONE, text="Outro")), [BUTTONS]),
        ((REPLY, PHONE, msgspec.structs.replace(REPLY, text="Outra")), [BUTTONS]),
        ((REPLY, REPLY), [BUTTONS]),
        ((Button(type="QUICK_REPLY", text="a" * 26),), [f"{BUTTONS}[0].text"]),
        ((Button(type="VIDEO", text="a"),), [f"{BUTTONS}[0].type"]),
        ((msgspec.structs.replace(LINK, example=None),), [f"{BUTTONS}[0].example"]),
        ((Button(type="URL", text="a", url="https://x.example/{{1}}/b", example=("a",)),), [f"{BUTTONS}[0].url"]),
        ((Button(type="URL", text="a", url="javascript:alert(1)"),), [f"{BUTTONS}[0].url"]),
        ((Button(type="PHONE_NUMBER", text="a", phone_number="x"),), [f"{BUTTONS}[0].phone_number"]),
        ((msgspec.structs.replace(COUPON, example="a" * 21),), [f"{BUTTONS}[0].example"]),
        ((Button(type="COPY_CODE"),), [f"{BUTTONS}[0].example"]),
        ((Button(type="FLOW", text="a"),), [f"{BUTTONS}[0].flow_id"]),
    ],
)
def test_wrong_buttons_are_named(buttons: tuple[Button, ...], fields: list[str]) -> None:
    assert wrong_fields(a_draft(*row(*buttons))) == fields


@pytest.mark.parametrize(
    ("components", "fields"),
    [
        ((CODE[0], CODE[1]), ["components"]),
        ((HEADER, *CODE), ["components[0]"]),
        ((Body(text="a"), *CODE[1:]), ["components[0].text"]),
        ((CODE[0], Footer(code_expiration_minutes=91), CODE[2]), ["components[1].code_expiration_minutes"]),
        ((*CODE[:2], ButtonRow(buttons=(REPLY,))), ["components[2].buttons"]),
        (
            (*CODE[:2], ButtonRow(buttons=(Button(type="OTP", otp_type="ONE_TAP"),))),
            ["components[2].buttons[0].supported_apps"],
        ),
    ],
)
def test_a_code_has_the_form_that_meta_gives_it(components: tuple[Component, ...], fields: list[str]) -> None:
    assert wrong_fields(a_draft(*components, category=AUTHENTICATION)) == fields


@given(st.text(), st.lists(st.text(max_size=5), max_size=4))
def test_any_text_is_judged_without_an_error(text: str, examples: list[str]) -> None:
    for form in ParameterFormat:
        draft = a_draft(body(text, *examples), Header(format="TEXT", text=text), parameter_format=form)
        assert all(detail.text for detail in check_draft(draft))


@given(st.lists(st.text(alphabet="abc .", min_size=1).filter(str.strip), min_size=2, max_size=8))
def test_a_text_whose_gaps_lie_between_words_is_taken_and_filled_whole(words: list[str]) -> None:
    gaps = [f"{{{{{number}}}}}" for number in range(1, len(words))]
    text = words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))
    values = {str(number): f"<{number}>" for number in range(1, len(words))}

    assert wrong_fields(a_draft(body(text, *values.values()))) == []
    assert gaps_of(text) == tuple(values)
    assert gaps_of(fill(text, values)) == ()
