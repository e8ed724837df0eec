"""Every recorded event beside what it must become: a payload without its `.golden.json` fails."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from adapters.whatsapp.evolution.contents import READERS
from adapters.whatsapp.evolution.inbound import CONNECTION, PASSED_OVER, EvolutionParser
from adapters.whatsapp.evolution.inbound import READERS as EVENTS
from domain.whatsapp.inbound import ParsedChange

DATA = Path(__file__).parents[2] / "data" / "evolution"
RECORDED = sorted(path for path in DATA.glob("*.json") if path.suffixes[0] != ".golden")
CAME_AT = datetime(2026, 5, 20, 10, 16, tzinfo=UTC)
PARSER = EvolutionParser(lambda: CAME_AT)
OF_THE_ANSWER = {"extendedTextMessage"}


def as_golden(change: ParsedChange) -> dict[str, object]:
    told: dict[str, object] = {
        "account_id": change.account_id,
        "items": msgspec.json.decode(msgspec.json.encode(change.items)),
        "connection": msgspec.json.decode(msgspec.json.encode(change.connection)),
        "notices": msgspec.json.decode(msgspec.json.encode(change.notices)),
        "unreadable": [[reason, msgspec.json.decode(raw)] for reason, raw in change.unreadable],
    }
    return {name: value for name, value in told.items() if value not in ([], None)}


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_a_recorded_event_becomes_its_golden_items(path: Path):
    expected = msgspec.json.decode(path.with_suffix(".golden.json").read_bytes())

    parsed = PARSER.parse(path.read_bytes())

    assert [as_golden(change) for change in parsed] == expected


def test_every_type_and_event_that_is_read_has_a_recording():
    bodies = [msgspec.json.decode(path.read_bytes()) for path in RECORDED]
    types = {body["data"].get("messageType") for body in bodies if isinstance(body["data"], dict)}

    assert set(READERS) <= types
    assert {*EVENTS, CONNECTION} <= {body["event"] for body in bodies}


@pytest.mark.parametrize("event", sorted(PASSED_OVER))
def test_what_is_passed_over_leaves_nothing(event: str):
    body = msgspec.json.encode({"event": event, "instance": "aurora-1", "data": {"qrcode": {"code": "2@secret"}}})

    [change] = PARSER.parse(body)

    assert (change.items, change.notices, change.unreadable) == ((), (), ())


def test_neither_the_address_nor_the_key_of_an_envelope_is_kept():
    body = msgspec.json.encode(
        {"event": "labels.edit", "data": {"id": "1"}, "destination": "https://app/secret", "apikey": "key-of-it"}
    )

    [change] = PARSER.parse(body)

    assert bytes(change.notices[0].payload) == b'{"id":"1"}'
