"""Whatever comes, nothing is raised but for what is no JSON, and junk keeps its neighbours."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.whatsapp.evolution.fields import Node
from adapters.whatsapp.evolution.inbound import READERS, EvolutionParser
from application.ports.whatsapp import MalformedWebhookError

DATA = Path(__file__).parents[2] / "data" / "evolution"
BODIES = [path.read_bytes() for path in sorted(DATA.glob("*.json")) if path.suffixes[0] != ".golden"]
PARSER = EvolutionParser(lambda: datetime(2026, 5, 20, tzinfo=UTC))
GOOD = msgspec.json.decode((DATA / "conversation.json").read_bytes())["data"]

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
junk = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)


def _places(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, below in inner for place in _places(below, (*path, key)))]


def _replaced(value: object, path: tuple[object, ...], by: object) -> object:
    if not path:
        return by
    copy = dict(value) if isinstance(value, dict) else list(value)  # type: ignore[call-overload]
    copy[path[0]] = _replaced(copy[path[0]], path[1:], by)
    return copy


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_an_event_with_one_value_replaced_is_read_or_put_aside(data: st.DataObject):
    body = msgspec.json.decode(data.draw(st.sampled_from(BODIES)))
    path = data.draw(st.sampled_from(_places(body["data"])))
    body["data"] = _replaced(body["data"], path, data.draw(junk))

    [change] = PARSER.parse(msgspec.json.encode(body))

    assert len(msgspec.json.encode(change.items)) > 0


@settings(max_examples=100, deadline=None)
@given(event=st.sampled_from(sorted(READERS)), data=junk)
def test_any_data_of_any_event_is_read_or_put_aside(event: str, data: object):
    PARSER.parse(msgspec.json.encode({"event": event, "instance": "aurora-1", "data": data}))


@settings(max_examples=50, deadline=None)
@given(stranger=junk)
def test_junk_keeps_its_neighbours(stranger: object):
    body = msgspec.json.encode({"event": "messages.upsert", "data": [GOOD, {"key": stranger}, stranger, GOOD]})

    [change] = PARSER.parse(body)

    ids = [item.provider_message_id for item in change.items]
    assert (ids[0], ids[-1]) == (GOOD["key"]["id"], GOOD["key"]["id"])


@settings(max_examples=100, deadline=None)
@given(body=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_bytes_are_read_or_malformed(body: bytes):
    try:
        PARSER.parse(body)
    except MalformedWebhookError:
        return


@pytest.mark.parametrize("body", [b"", b"[]", b'"x"', b"{}", b'{"event":1.5}', b"[" * 5000, b'{"event":"x"'])
def test_what_is_no_event_is_malformed(body: bytes):
    with pytest.raises(MalformedWebhookError):
        PARSER.parse(body)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (7, 7),
        ("7", 7),
        ({"low": 7, "high": 0, "unsigned": True}, 7),
        ({"low": -1, "high": 0, "unsigned": True}, 2**32 - 1),
        ({"low": 0, "high": 1}, 2**32),
        ("", None),
        ("9" * 5000, None),
        (True, None),
        ({"low": "1"}, None),
    ],
)
def test_long_numbers_are_read_in_each_encoding(value: object, number: int | None):
    assert Node(value).whole() == number


def test_bytes_of_files_do_not_stay_in_a_placeholder():
    body = {
        "event": "messages.upsert",
        "data": {
            **GOOD,
            "messageType": "eventMessage",
            "message": {"eventMessage": {"name": "x", "jpegThumbnail": {"0": 1}}, "base64": "AAAA"},
        },
    }

    [change] = PARSER.parse(msgspec.json.encode(body))

    assert b"jpegThumbnail" not in msgspec.json.encode(change.items)
    assert b"AAAA" not in msgspec.json.encode(change.items)
