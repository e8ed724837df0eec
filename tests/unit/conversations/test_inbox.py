"""What the inbox shows of a conversation."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations.conversation import PREVIEW_LENGTH, Conversation
from domain.conversations.message import Direction
from domain.shared.content import Content, Document, Image, Revoke, Text
from domain.shared.ids import ContactId, ConversationId, ProviderMessageId, WhatsAppConfigId

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


class TestInbox:
    @given(_hours)
    def test_shows_the_latest_message(self, hours: list[int]) -> None:
        conversation = _conversation()

        for hour in hours:
            conversation.receive(Text(body=str(hour)), sent_at=NOON + hour * HOUR, opens_window=True)

        assert conversation.last_message_preview == str(max(hours))

    @given(st.text())
    def test_shows_no_more_than_a_line(self, words: str) -> None:
        conversation = _conversation()

        conversation.receive(Text(body=words), sent_at=NOON, opens_window=True)

        assert conversation.last_message_preview == words[:PREVIEW_LENGTH]

    @pytest.mark.parametrize(
        ("said", "line"),
        [
            (Text(body="oi"), ("oi", "text")),
            (Image(link="https://cdn.example/a.jpg"), ("", "image")),
            (Image(link="https://cdn.example/a.jpg", caption="A fatura"), ("A fatura", "image")),
            (Document(link="https://cdn.example/a.pdf", filename="fatura.pdf"), ("fatura.pdf", "document")),
            (
                Document(link="https://cdn.example/a.pdf", filename="fatura.pdf", caption="Vence hoje"),
                ("Vence hoje", "document"),
            ),
            (Revoke(target=ProviderMessageId("wamid.A1")), ("", "revoke")),
        ],
        ids=lambda case: case[1] if isinstance(case, tuple) else "",
    )
    def test_says_of_which_kind_the_latest_message_is(self, said: Content, line: tuple[str, str]) -> None:
        conversation = _conversation()

        conversation.receive(said, sent_at=NOON, opens_window=True)

        assert (conversation.last_message_preview, conversation.last_message_type) == line

    def test_says_which_way_the_latest_message_went(self) -> None:
        conversation = _conversation()
        _heard(conversation)
        conversation.answer(Text(body="olá"), at=NOON + HOUR, by_person=False)
        assert conversation.last_message_direction is Direction.OUTBOUND

        conversation.receive(Text(body="antes"), sent_at=NOON - HOUR, opens_window=True)

        assert conversation.last_message_direction is Direction.OUTBOUND

    def test_shows_that_the_latest_message_was_taken_back(self) -> None:
        conversation, picture = _conversation(), Image(link="https://cdn.example/a.jpg")
        conversation.receive(picture, sent_at=NOON, opens_window=True)

        assert not conversation.reword(Text(body="oi"), Revoke(target=ProviderMessageId("a")), at=NOON)
        assert conversation.reword(picture, Revoke(target=ProviderMessageId("a")), at=NOON)
        assert conversation.last_message_type == "revoke"

    def test_counts_what_nobody_has_read(self) -> None:
        conversation = _conversation()
        _heard(conversation)
        _heard(conversation)

        assert conversation.unread_count == 2

    def test_counts_on_while_the_bot_answers(self) -> None:
        conversation = _conversation()
        _heard(conversation)
        conversation.answer(Text(body="olá"), at=NOON, by_person=False)

        assert conversation.unread_count == 1

    def test_counts_nothing_once_a_person_has_answered(self) -> None:
        conversation = _conversation()
        _heard(conversation)

        conversation.answer(Text(body="olá"), at=NOON, by_person=True)

        assert conversation.unread_count == 0

    def test_keeps_the_first_time_that_a_person_answered(self) -> None:
        conversation = _conversation()
        conversation.answer(Text(body="olá"), at=NOON, by_person=True)

        conversation.answer(Text(body="e aí?"), at=NOON + HOUR, by_person=True)

        assert conversation.first_response_at == NOON

    def test_bots_answer_is_no_first_response(self) -> None:
        conversation = _conversation()

        conversation.answer(Text(body="olá"), at=NOON, by_person=False)

        assert conversation.first_response_at is None
