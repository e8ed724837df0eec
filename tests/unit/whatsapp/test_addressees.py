"""Whom a delivery is for: the quick pass says what the walk says."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.whatsapp.cloud import addressees
from adapters.whatsapp.cloud.addressees import addressees_of
from application.ports.whatsapp import Addressees

DATA = Path(__file__).parents[2] / "data" / "cloud"

IDS = st.sampled_from(["700111222333444", "700111222333445", "٣", "7 00", "", "700\x00", 700, None, 7.5, [], {}])
METADATA = st.fixed_dictionaries({}, optional={"phone_number_id": IDS}) | st.none() | st.just("x")
VALUES = (
    st.fixed_dictionaries(
        {},
        optional={
            "metadata": METADATA,
            "recipient": METADATA,
            "waba_info": st.fixed_dictionaries({"waba_id": IDS}),
            "messages": st.lists(st.text(max_size=3), max_size=2),
        },
    )
    | st.none()
)
CHANGES = st.fixed_dictionaries({}, optional={"field": st.just("messages"), "value": VALUES}) | st.just(3)
ENTRIES = st.fixed_dictionaries({}, optional={"id": IDS, "changes": st.lists(CHANGES, max_size=3)}) | st.none()
BODIES = st.fixed_dictionaries(
    {"entry": st.lists(ENTRIES, max_size=3) | st.none()},
    optional={"object": st.sampled_from(["whatsapp_business_account", "page", None])},
)


def walked(body: bytes) -> Addressees:
    return addressees._walk(body)


@given(BODIES, st.booleans())
def test_any_body_has_the_addressees_that_a_walk_finds(body: dict[str, Any], is_escaped: bool) -> None:  # noqa: FBT001
    raw = json.dumps(body, ensure_ascii=is_escaped).encode("utf-8", "surrogatepass")

    assert addressees_of(raw) == walked(raw)


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.json")), ids=lambda path: path.stem)
def test_a_recorded_body_has_the_addressees_that_a_walk_finds(path: Path) -> None:
    raw = path.read_bytes()

    assert addressees_of(raw) == walked(raw)


def test_a_change_without_a_number_names_its_account() -> None:
    body = b'{"object":"whatsapp_business_account","entry":[{"id":"900","changes":[{"field":"x","value":{}}]}]}'

    assert addressees_of(body) == Addressees(account_ids=("900",))
