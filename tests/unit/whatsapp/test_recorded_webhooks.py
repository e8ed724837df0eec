"""Every recorded webhook beside what it must become: a payload without its `.golden.json` fails."""

from pathlib import Path

import msgspec
import pytest

from adapters.whatsapp.cloud.contents import READERS
from adapters.whatsapp.cloud.inbound import CloudParser
from domain.whatsapp.inbound import ParsedChange

DATA = Path(__file__).parents[2] / "data" / "cloud"
GOLDEN = ".golden"
RECORDED = sorted(path for path in DATA.glob("*.json") if path.suffixes[0] != GOLDEN)


def as_golden(change: ParsedChange) -> object:
    return {
        "phone_number_id": change.phone_number_id,
        "account_id": change.account_id,
        "items": msgspec.json.decode(msgspec.json.encode(change.items)),
        "notices": msgspec.json.decode(msgspec.json.encode(change.notices)),
        "unreadable": [[reason, msgspec.json.decode(raw)] for reason, raw in change.unreadable],
    }


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_a_recorded_webhook_becomes_its_golden_items(path: Path):
    expected = msgspec.json.decode(path.with_suffix(".golden.json").read_bytes())

    parsed = CloudParser().parse(path.read_bytes())

    assert [as_golden(change) for change in parsed] == expected


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_a_webhook_parses_the_same_twice(path: Path):
    body = path.read_bytes()

    assert CloudParser().parse(body) == CloudParser().parse(body)


def test_every_type_that_is_read_has_a_recording():
    recorded = {
        message.get("type")
        for path in RECORDED
        for entry in msgspec.json.decode(path.read_bytes())["entry"]
        if isinstance(entry, dict)
        for change in entry["changes"]
        if isinstance(change, dict)
        for message in (change.get("value") or {}).get("messages", [])
    }

    assert set(READERS) <= recorded


def test_a_batch_of_two_entries_two_changes_three_messages_and_three_statuses_gives_each_item_once():
    changes = CloudParser().parse((DATA / "batch.json").read_bytes())

    ids = [item.provider_message_id for change in changes for item in change.items]
    assert len(changes) == 4
    assert sorted(ids) == sorted(f"wamid.{letter}{number}" for letter in "MS" for number in range(1, 13))
    assert CloudParser().addressees((DATA / "batch.json").read_bytes()).phone_number_ids == (
        "700111222333440",
        "700111222333441",
        "700111222333442",
        "700111222333443",
    )
