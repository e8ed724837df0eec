"""Twenty-four hours from the latest message of the contact, in whatever order messages arrive."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations.conversation import SERVICE_WINDOW, Conversation
from domain.shared.content import Text
from domain.shared.ids import ContactId, ConversationId, WhatsAppConfigId

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
_hours = st.lists(st.integers(-72, 72), min_size=1, max_size=8)


def _conversation() -> Conversation:
    return Conversation.open(
        conversation_id=ConversationId(UUID(int=1)),
        contact_id=ContactId(UUID(int=2)),
        whatsapp_config_id=WhatsAppConfigId(UUID(int=3)),
        now=NOON,
    )


def _heard(conversation: Conversation) -> None:
    conversation.receive(Text(body="oi"), sent_at=NOON, opens_window=True)


class TestWindow:
    @given(_hours)
    def test_is_open_for_a_day_from_the_latest_message(self, hours: list[int]) -> None:
        conversation = _conversation()

        for hour in hours:
            conversation.receive(Text(body="oi"), sent_at=NOON + hour * HOUR, opens_window=True)

        assert conversation.window_expires_at == NOON + max(hours) * HOUR + SERVICE_WINDOW

    @given(_hours)
    def test_last_message_of_the_contact_is_the_latest(self, hours: list[int]) -> None:
        conversation = _conversation()

        for hour in hours:
            conversation.receive(Text(body="oi"), sent_at=NOON + hour * HOUR, opens_window=True)

        assert conversation.last_inbound_at == NOON + max(hours) * HOUR

    def test_is_not_moved_by_what_opens_none(self) -> None:
        conversation = _conversation()

        conversation.receive(Text(body=""), sent_at=NOON, opens_window=False)

        assert conversation.window_expires_at is None

    def test_is_not_moved_by_answers(self) -> None:
        conversation = _conversation()

        conversation.answer(Text(body="olá"), at=NOON, by_person=True)

        assert conversation.window_expires_at is None

    def test_is_closed_before_the_contact_wrote(self) -> None:
        assert not _conversation().is_window_open(now=NOON)

    @pytest.mark.parametrize("passed", [timedelta(), timedelta(hours=23, minutes=59)])
    def test_is_open_within_the_day(self, passed: timedelta) -> None:
        conversation = _conversation()
        _heard(conversation)

        assert conversation.is_window_open(now=NOON + passed)

    def test_is_closed_when_the_day_is_over(self) -> None:
        conversation = _conversation()
        _heard(conversation)

        assert not conversation.is_window_open(now=NOON + SERVICE_WINDOW)
