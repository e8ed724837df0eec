"""What the inbox shows of a conversation."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.conversations.conversation import PREVIEW_LENGTH, Conversation
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
    conversation.receive(sent_at=NOON, preview="oi", opens_window=True)


class TestInbox:
    @given(_hours)
    def test_shows_the_latest_message(self, hours: list[int]) -> None:
        conversation = _conversation()

        for hour in hours:
            conversation.receive(sent_at=NOON + hour * HOUR, preview=str(hour), opens_window=True)

        assert conversation.last_message_preview == str(max(hours))

    @given(st.text())
    def test_shows_no_more_than_a_line(self, words: str) -> None:
        conversation = _conversation()

        conversation.receive(sent_at=NOON, preview=words, opens_window=True)

        assert conversation.last_message_preview == words[:PREVIEW_LENGTH]

    def test_counts_what_nobody_has_read(self) -> None:
        conversation = _conversation()
        _heard(conversation)
        _heard(conversation)

        assert conversation.unread_count == 2

    def test_counts_on_while_the_bot_answers(self) -> None:
        conversation = _conversation()
        _heard(conversation)
        conversation.answer(preview="olá", at=NOON, by_person=False)

        assert conversation.unread_count == 1

    def test_counts_nothing_once_a_person_has_answered(self) -> None:
        conversation = _conversation()
        _heard(conversation)

        conversation.answer(preview="olá", at=NOON, by_person=True)

        assert conversation.unread_count == 0

    def test_keeps_the_first_time_that_a_person_answered(self) -> None:
        conversation = _conversation()
        conversation.answer(preview="olá", at=NOON, by_person=True)

        conversation.answer(preview="e aí?", at=NOON + HOUR, by_person=True)

        assert conversation.first_response_at == NOON

    def test_bots_answer_is_no_first_response(self) -> None:
        conversation = _conversation()

        conversation.answer(preview="olá", at=NOON, by_person=False)

        assert conversation.first_response_at is None
