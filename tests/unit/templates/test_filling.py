"""A template with its gaps filled: what Meta gets, what the customer reads, and what is wrong."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.content import Document, Image
from domain.whatsapp.templates.components import Body, Button, ButtonRow, Header
from domain.whatsapp.templates.filling import Filled, fill_template
from domain.whatsapp.templates.parameters import loose_components
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory
from tests.unit.templates.drafts import BODY, COUPON, FOOTER, LINK, NAMED, REPLY, a_template, raw

WHOLE = loose_components(header="42", body=("Ana", "42"), buttons={1: "abc", 3: "ANA20"})


def sent(filled: Filled) -> list[object]:
    return [json.loads(bytes(component)) for component in filled.components]


def wrong(filled: Filled) -> list[str]:
    return [detail.field for detail in filled.wrong]


def words(*texts: str) -> dict[str, object]:
    return {"type": "body", "parameters": [{"type": "text", "text": text} for text in texts]}


def test_plain_values_become_what_meta_wants() -> None:
    filled = fill_template(a_template(), WHOLE)

    assert wrong(filled) == []
    assert sent(filled) == [
        {"type": "header", "parameters": [{"type": "text", "text": "42"}]},
        words("Ana", "42"),
        {"type": "button", "sub_type": "url", "index": "1", "parameters": [{"type": "text", "text": "abc"}]},
        {
            "type": "button",
            "sub_type": "copy_code",
            "index": "3",
            "parameters": [{"type": "coupon_code", "coupon_code": "ANA20"}],
        },
    ]


def test_the_preview_is_what_the_customer_reads() -> None:
    filled = fill_template(a_template(), WHOLE)

    assert filled.text == "Pedido 42\nOlá Ana, seu pedido 42 saiu.\nLoja"
    assert [button.url for button in filled.buttons] == [None, "https://x.example/p/abc", None, None]


def test_what_is_filled_once_is_filled_the_same_again() -> None:
    once = fill_template(a_template(), WHOLE)

    again = fill_template(a_template(), once.components)

    assert (sent(again), again.text, again.wrong) == (sent(once), once.text, ())


@pytest.mark.parametrize(
    ("given_parts", "fields"),
    [
        ((words("Ana"),), ["body.2"]),
        ((words("Ana", " "),), ["body.2"]),
        ((), ["body.1", "body.2"]),
        ((words("Ana", "42", "x"),), ["body"]),
        ((words("a" * 1000, "b" * 100),), ["body"]),
        (({"type": "body", "parameters": [{"type": "text", "parameter_name": "a", "text": "b"}] * 2},), ["body"]),
        ((words("Ana", "42"), {"type": "button", "index": 7, "parameters": []}), ["buttons[7]"]),
        ((words("Ana", "42"), {"type": "header", "parameters": [{"type": "text", "text": "x"}]}), ["header"]),
        ((words("Ana", "42"), {"type": "button", "index": "a"}), ["components[1]"]),
        ((words("Ana", "42"), 7), ["components[1]"]),
    ],
)
def test_wrong_parameters_are_named(given_parts: tuple[object, ...], fields: list[str]) -> None:
    assert wrong(fill_template(a_template(BODY), raw(*given_parts))) == fields


def test_named_gaps_are_filled_by_name() -> None:
    template = a_template(NAMED, parameter_format=ParameterFormat.NAMED)

    right = fill_template(template, loose_components(body={"quando": "amanhã", "nome": "Ana"}))
    other = fill_template(template, loose_components(body={"nome": "Ana", "hora": "14h"}))

    assert (right.text, right.wrong) == ("Olá Ana, até amanhã.", ())
    assert wrong(other) == ["body.hora", "body.quando"]


@pytest.mark.parametrize(
    ("media", "fields"),
    [(Image(link="https://x.example/a.jpg"), []), (Document(link="https://x.example/a.pdf"), ["header_media"])],
)
def test_a_file_above_is_of_its_kind(media: Image | Document, fields: list[str]) -> None:
    template = a_template(Header(format="IMAGE"), Body(text="Oi"))

    filled = fill_template(template, (), header_media=media)

    assert (wrong(filled), filled.components, filled.header_media) == (fields, (), "image")


def test_a_file_above_may_be_given_in_metas_own_words() -> None:
    header = {"type": "header", "parameters": [{"type": "image", "image": {"id": "1"}}]}
    template = a_template(Header(format="IMAGE"), Body(text="Oi"))

    assert sent(fill_template(template, raw(header))) == [header]
    assert wrong(fill_template(template, ())) == ["header_media"]


def test_a_button_without_a_gap_may_be_left_out_and_one_with_it_not() -> None:
    filled = fill_template(a_template(Body(text="Oi"), ButtonRow(buttons=(REPLY, LINK, COUPON))), ())

    assert wrong(filled) == ["buttons[1]", "buttons[2]"]


def test_a_payload_goes_with_a_quick_reply() -> None:
    template = a_template(Body(text="Oi"), ButtonRow(buttons=(REPLY,)))

    [button] = sent(fill_template(template, loose_components(buttons={0: "STOP"})))

    assert button == {
        "type": "button",
        "sub_type": "quick_reply",
        "index": "0",
        "parameters": [{"type": "payload", "payload": "STOP"}],
    }


@pytest.mark.parametrize(("code", "fields"), [("739154", []), ("1" * 16, ["buttons[0]"])])
def test_a_code_goes_with_its_button_too(code: str, fields: list[str]) -> None:
    button = Button(type="URL", text="Copiar", url="https://www.whatsapp.com/otp/?code=otp{{1}}")
    template = a_template(
        Body(text="{{1}} é seu código."), ButtonRow(buttons=(button,)), category=TemplateCategory.AUTHENTICATION
    )

    filled = fill_template(template, loose_components(body=(code,)))

    assert wrong(filled) == fields
    assert sent(filled)[1] == {
        "type": "button",
        "sub_type": "url",
        "index": "0",
        "parameters": [{"type": "text", "text": code}],
    }


def test_parts_that_nobody_knows_go_as_they_are() -> None:
    carousel = {"type": "carousel", "cards": []}
    template = a_template(Body(text="Oi"), components=msgspec.Raw(b'[{"type":"BODY","text":"Oi"},{"type":"CAROUSEL"}]'))

    assert sent(fill_template(template, raw(carousel))) == [carousel]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from(
        ["type", "index", "parameters", "text", "parameter_name", "sub_type", "payload"]) | st.text(max_size=3), part,
        max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.lists(_JSON, max_size=4))
def test_whatever_is_given_is_judged_without_an_error(components: list[object]) -> None:
    filled = fill_template(a_template(), raw(*components))

    assert filled.wrong
    assert FOOTER.text in filled.text.splitlines()
