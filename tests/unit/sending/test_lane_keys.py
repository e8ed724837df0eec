"""The lane of a contact on a number, and whose lane an item belongs to."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.shared.content import Text
from domain.shared.ids import MessageId, ProviderMessageId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import (
    ContactItem,
    EchoReceived,
    MessageReceived,
    Sender,
    SendFailed,
    StatusChanged,
    counterpart,
    lane_key,
)

CONFIG = WhatsAppConfigId(UUID("01890000-0000-7000-8000-000000000001"))
ANA = Sender(wa_id="5511988887777", user_id="BR.1")
NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
NAME = ProviderMessageId("wamid.1")
ITEMS: list[ContactItem] = [
    MessageReceived(provider_message_id=NAME, sender=ANA, sent_at=NOON, content=Text(body="oi")),
    StatusChanged(provider_message_id=NAME, status=MessageStatus.SENT, at=NOON, recipient=ANA),
    EchoReceived(provider_message_id=NAME, recipient=ANA, sent_at=NOON, content=Text(body="oi")),
    SendFailed(message_id=MessageId(UUID(int=1)), recipient=ANA, code="1"),
]


def test_lane_is_named_by_number_and_address() -> None:
    assert lane_key(CONFIG, "5511988887777") == "01890000-0000-7000-8000-000000000001:5511988887777"


def test_number_can_be_read_back_from_the_lane() -> None:
    assert UUID(lane_key(CONFIG, "BR.1:2").partition(":")[0]) == CONFIG


def test_both_spellings_of_a_mobile_share_a_lane() -> None:
    assert Sender(wa_id="551188887777").address == Sender(wa_id="5511988887777").address


def test_business_scoped_id_goes_before_the_phone() -> None:
    assert ANA.address == "BR.1"


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: type(item).__name__)
def test_every_item_is_about_its_customer(item: ContactItem) -> None:
    assert counterpart(item) == ANA
