"""One broken item, whatever is broken about it, never harms its neighbours."""

import copy
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.whatsapp.cloud.inbound import CloudParser
from application.ports.whatsapp import MalformedWebhookError
from domain.shared.content import Text, Unsupported
from domain.whatsapp.inbound import MessageReceived, ParsedChange

Json = Any
"""Whatever JSON can hold, and what Python writes beyond it."""

NUMBER = "700111222333444"
RECORDED: list[dict[str, Json]] = [
    {"type": "text", "text": {"body": "oi"}, "context": {"id": "wamid.X", "forwarded": True}},
    {"type": "image", "image": {"id": "1", "mime_type": "image/jpeg", "caption": "c"}},
    {"type": "document", "document": {"id": "1", "filename": "f.pdf"}, "referral": {"source_id": "9"}},
    {"type": "audio", "audio": {"id": "1", "voice": True}},
    {"type": "location", "location": {"latitude": -23.5, "longitude": -46.6}},
    {"type": "contacts", "contacts": [{"name": {"formatted_name": "B"}, "phones": [{"phone": "1"}]}]},
    {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": {"id": "a", "title": "A"}}},
    {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"response_json": "{}"}}},
    {"type": "button", "button": {"payload": "p", "text": "t"}},
    {"type": "reaction", "reaction": {"message_id": "wamid.X", "emoji": "x"}},
    {"type": "order", "order": {"product_items": [{"product_retailer_id": "S", "quantity": 1, "item_price": 1.5}]}},
    {"type": "system", "system": {"type": "user_changed_number", "wa_id": "5511966665555"}},
    {"type": "edit", "edit": {"original_message_id": "wamid.X", "message": {"type": "text", "text": {"body": "n"}}}},
    {"type": "revoke", "revoke": {"original_message_id": "wamid.X"}},
    {"type": "unsupported", "errors": [{"code": 131051, "error_data": {"details": "d"}}]},
]
STATUS = {"id": "wamid.S", "status": "sent", "timestamp": "1763812799", "recipient_id": "5511988887777"}

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**300, max_value=10**301)
    | st.floats()
    | ANY_TEXT
    | st.sampled_from(["", " ", "\x00", "+", "BR.", "1e400", "9" * 400, "\ud83d", "nan"])
)
ANY_JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3), max_leaves=6
)


def message(number: int, **fields: Json) -> dict[str, Json]:
    return {"from": "5511988887777", "id": f"wamid.{number}", "timestamp": "1763812799", **fields}


def neighbour(number: int) -> dict[str, Json]:
    return message(number, type="text", text={"body": f"vizinho {number}"})


def webhook(**value: Json) -> bytes:
    whole = {"messaging_product": "whatsapp", "metadata": {"phone_number_id": NUMBER}, **value}
    change = {"field": "messages", "value": whole}
    body = {"object": "whatsapp_business_account", "entry": [{"id": "900", "changes": [change]}]}
    # Infinity and NaN are no JSON; the largest number that is comes closest.
    text = json.dumps(body).replace("-Infinity", "-1e999").replace("Infinity", "1e999").replace("NaN", "1e-999")
    return text.encode("ascii")


def places(value: Json, path: tuple[Json, ...] = ()) -> list[tuple[Json, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, child in inner for place in places(child, (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn, whole: dict[str, Json]) -> Json:
    """Replace or remove anything in the item, the item itself included."""
    item = copy.deepcopy(whole)
    path = draw(st.sampled_from(places(item)))
    if not path:
        return draw(ANY_JSON)
    holder = item
    for key in path[:-1]:
        holder = holder[key]
    if isinstance(holder, dict) and draw(st.booleans()):
        del holder[path[-1]]
    else:
        holder[path[-1]] = draw(ANY_JSON)
    return item


def parse_one(body: bytes) -> ParsedChange:
    [change] = CloudParser().parse(body)
    return change


def texts(change: ParsedChange) -> list[str]:
    messages = [item for item in change.items if isinstance(item, MessageReceived)]
    return [item.content.body for item in messages if isinstance(item.content, Text)]


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(RECORDED).flatmap(lambda kind: mutated(message(2, **kind))))
def test_a_broken_message_leaves_its_neighbours_and_is_never_lost(broken: Json):
    change = parse_one(webhook(messages=[neighbour(1), broken, neighbour(3)], statuses=[STATUS]))

    assert {"vizinho 1", "vizinho 3"} <= set(texts(change))
    assert len(change.items) + len(change.unreadable) + len(change.notices) == 4
    assert change.phone_number_id == NUMBER


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    mutated(
        {
            **STATUS,
            "errors": [{"code": 1, "title": "t", "error_data": {"details": "d"}}],
            "pricing": {"category": "utility", "type": "regular"},
            "conversation": {"pricing": {"category": "utility"}},
            "biz_opaque_callback_data": "0190f1f0-5b1c-7c3e-9a53-3f0f6a9f1c42",
        }
    )
)
def test_a_broken_status_leaves_its_neighbours_and_is_never_lost(broken: Json):
    change = parse_one(webhook(statuses=[STATUS, broken, STATUS], messages=[neighbour(1)]))

    assert texts(change) == ["vizinho 1"]
    assert len(change.items) + len(change.unreadable) + len(change.notices) == 4


@settings(max_examples=200, deadline=None)
@given(mutated({"profile": {"name": "Ana", "username": "@ana"}, "wa_id": "5511988887777", "user_id": "BR.1"}), ANY_JSON)
def test_broken_contacts_and_errors_harm_no_message(contact: Json, errors: Json):
    change = parse_one(webhook(contacts=[contact], errors=errors, messages=[neighbour(1)]))

    assert texts(change) == ["vizinho 1"]
    assert not change.unreadable


@settings(max_examples=200, deadline=None)
@given(ANY_JSON.filter(lambda value: value is not None and not isinstance(value, list)))
def test_a_list_that_is_none_is_put_aside_whole(wrong: Json):
    change = parse_one(webhook(statuses=wrong, messages=[neighbour(1)]))

    assert texts(change) == ["vizinho 1"]
    assert len(change.unreadable) == 1


@settings(max_examples=200, deadline=None)
@given(ANY_JSON, ANY_JSON)
def test_broken_entries_and_changes_harm_no_others(entry: Json, change: Json):
    body = json.loads(webhook(messages=[neighbour(1)]))
    body["entry"][0]["changes"].insert(0, change)
    body["entry"].insert(0, entry)
    text = json.dumps(body).replace("-Infinity", "1").replace("Infinity", "1").replace("NaN", "1")

    parsed = CloudParser().parse(text.encode("ascii"))

    assert texts(parsed[-1]) == ["vizinho 1"]
    assert CloudParser().addressees(text.encode("ascii")).phone_number_ids[-1] == NUMBER


@given(st.binary(max_size=80) | ANY_JSON.map(lambda value: json.dumps(value).encode("ascii")))
def test_no_body_breaks_the_routing_and_only_one_error_leaves_the_parser(body: bytes):
    assert isinstance(CloudParser().addressees(body).phone_number_ids, tuple)

    with suppress(MalformedWebhookError):
        CloudParser().parse(body)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"oi",
        b"null",
        b"[]",
        b'{"object":"page","entry":[]}',
        b'{"object":"whatsapp_business_account"}',
        b'{"object":"whatsapp_business_account","entry":{}}',
        b'{"object":"whatsapp_business_account","entry":[' + b"[" * 100_000 + b"]" * 100_000 + b"]}",
    ],
    ids=["empty", "words", "null", "array", "a page's", "no entry", "entry is no list", "deep"],
)
def test_what_is_not_metas_is_malformed(body: bytes):
    with pytest.raises(MalformedWebhookError):
        CloudParser().parse(body)


def test_an_empty_webhook_has_no_changes():
    assert CloudParser().parse(b'{"object":"whatsapp_business_account","entry":[]}') == []


def test_invalid_utf8_and_raw_nul_are_replaced_and_read():
    body = webhook(messages=[message(1, type="text", text={"body": "a?b!"})])

    change = parse_one(body.replace(b"?", b"\xff").replace(b"!", b"\x00"))

    assert texts(change) == ["a\ufffdb\ufffd"]


def test_nul_is_in_nothing_that_is_kept():
    kept = message(1, type="hologram", hologram={"\x00": "\x00"}, **{"from": "5511988887777"})

    change = parse_one(
        webhook(messages=[kept, {"id": "\x00"}], user_actions=["\x00"], statuses=[{**STATUS, "status": "\x00"}])
    )

    [item] = change.items
    assert isinstance(item, MessageReceived)
    assert isinstance(item.content, Unsupported)
    raws = [bytes(item.content.raw or b""), *(bytes(notice.payload) for notice in change.notices)]
    assert len(raws) == 3
    assert all(rb"\ufffd" in raw and rb"\u0000" not in raw for raw in [*raws, change.unreadable[0][1]])


def test_a_body_of_three_megabytes_is_read_whole():
    body = webhook(messages=[message(number, type="text", text={"body": "ã\x00😀" * 120}) for number in range(1000)])

    change = parse_one(body)

    assert 2_900_000 < len(body) < 3 * 1024 * 1024
    assert len(change.items) == 1000
