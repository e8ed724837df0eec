"""Who is on a conversation, whether it may be written to, and what the inbox shows of it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations.conversation import (
    Conversation,
    ConversationStatus,
    Handler,
)
from domain.conversations.errors import ConversationResolvedError
from domain.conversations.events import ConversationAssigned, ConversationCreated, ConversationUpdated
from domain.conversations.timeline import BOT, by_user
from domain.shared.content import Text
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId, WhatsAppConfigId

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BRUNO = UserId(UUID(int=4))
SUPPORT = DepartmentId(UUID(int=5))
ACTIVE, WAITING, RESOLVED = ConversationStatus.ACTIVE, ConversationStatus.WAITING, ConversationStatus.RESOLVED

Move = Callable[[Conversation], None]
MOVES: dict[str, Move] = {
    "hand_to_bot": lambda conversation: conversation.hand_to_bot(now=NOON),
    "hand_to_people": lambda conversation: conversation.hand_to_people(
        department_id=SUPPORT, reason="x", by=BOT, now=NOON
    ),
    "hand_to_default_queue": lambda conversation: conversation.hand_to_people(
        department_id=None, reason=None, by=BOT, now=NOON
    ),
    "take_over": lambda conversation: conversation.take_over(BRUNO, by=by_user(BRUNO), now=NOON),
    "answered_elsewhere": lambda conversation: conversation.answered_elsewhere(now=NOON),
    "release": lambda conversation: conversation.release(by=by_user(BRUNO), now=NOON),
    "resolve": lambda conversation: conversation.resolve(resolution="ok", by=by_user(BRUNO), now=NOON),
}
HEARD: Move = lambda conversation: conversation.receive(Text(body="oi"), sent_at=NOON, opens_window=True)  # noqa: E731
ANSWERED: Move = lambda conversation: conversation.answer(Text(body="olá"), at=NOON, by_person=False)  # noqa: E731


def _conversation() -> Conversation:
    opened = Conversation.open(
        conversation_id=ConversationId(UUID(int=1)),
        contact_id=ContactId(UUID(int=2)),
        whatsapp_config_id=WhatsAppConfigId(UUID(int=3)),
        now=NOON,
    )
    opened.take_events()
    return opened


def _after(*moves: str) -> Conversation:
    conversation = _conversation()
    for move in moves:
        MOVES[move](conversation)
    conversation.take_events()
    return conversation


_walks = st.lists(st.sampled_from([*MOVES.values(), HEARD, ANSWERED]), max_size=12)


def _walk(moves: list[Move]) -> Conversation:
    conversation = _conversation()
    for move in moves:
        if not conversation.is_over:
            move(conversation)
    return conversation


class TestAnyWalk:
    @given(_walks)
    def test_leaves_nothing_waiting_without_a_flag(self, moves: list[Move]) -> None:
        conversation = _walk(moves)

        is_flagged = conversation.needs_attention and conversation.waiting_since is not None
        assert conversation.status is not WAITING or is_flagged

    @given(_walks)
    def test_leaves_nothing_waiting_that_somebody_has(self, moves: list[Move]) -> None:
        conversation = _walk(moves)

        assert conversation.status is not WAITING or (conversation.handler, conversation.assigned_to) == (
            Handler.NONE,
            None,
        )

    @given(_walks)
    def test_leaves_no_bot_on_what_a_person_has(self, moves: list[Move]) -> None:
        conversation = _walk(moves)

        assert conversation.assigned_to is None or conversation.handler is not Handler.BOT

    @given(_walks)
    def test_leaves_nobody_on_what_is_over(self, moves: list[Move]) -> None:
        conversation = _walk(moves)

        assert not conversation.is_over or conversation.handler is Handler.NONE


class TestOpening:
    def test_puts_nobody_on_it(self) -> None:
        conversation = _conversation()

        assert (conversation.status, conversation.handler) == (ACTIVE, Handler.NONE)

    def test_is_told(self) -> None:
        opened = Conversation.open(
            conversation_id=ConversationId(UUID(int=1)),
            contact_id=ContactId(UUID(int=2)),
            whatsapp_config_id=WhatsAppConfigId(UUID(int=3)),
            now=NOON,
        )

        [event] = opened.take_events()
        assert isinstance(event, ConversationCreated)


class TestChangingHands:
    def test_to_people_without_a_department_waits_in_the_default_queue(self) -> None:
        conversation = _after("hand_to_default_queue")

        assert (conversation.status, conversation.department_id) == (WAITING, None)

    def test_to_people_keeps_the_time_since_when_it_waits(self) -> None:
        conversation = _after("hand_to_people")

        conversation.hand_to_people(department_id=None, reason=None, by=BOT, now=NOON + HOUR)

        assert conversation.waiting_since == NOON

    def test_to_a_person_assigns_it(self) -> None:
        conversation = _after("hand_to_people", "take_over")

        assert (conversation.status, conversation.handler, conversation.assigned_to) == (ACTIVE, Handler.AGENT, BRUNO)

    def test_to_a_person_ends_the_waiting(self) -> None:
        conversation = _after("hand_to_people", "take_over")

        assert (conversation.needs_attention, conversation.waiting_since) == (False, None)

    def test_to_a_person_is_told_as_an_assignment(self) -> None:
        conversation = _conversation()

        conversation.take_over(BRUNO, by=by_user(BRUNO), now=NOON)

        assert [type(event) for event in conversation.take_events()] == [ConversationAssigned, ConversationUpdated]

    def test_to_a_phone_assigns_it_to_nobody_here(self) -> None:
        conversation = _after("answered_elsewhere")

        assert (conversation.handler, conversation.assigned_to) == (Handler.AGENT, None)

    def test_back_to_the_bot_takes_the_person_off(self) -> None:
        conversation = _after("take_over", "release")

        assert (conversation.handler, conversation.assigned_to) == (Handler.BOT, None)

    @pytest.mark.parametrize("move", list(MOVES))
    def test_is_told_with_the_new_state(self, move: str) -> None:
        conversation = _conversation()

        MOVES[move](conversation)

        *_, event = conversation.take_events()
        assert isinstance(event, ConversationUpdated)
        assert (event.status, event.handler) == (conversation.status, conversation.handler)


class TestResolved:
    @pytest.mark.parametrize("move", list(MOVES))
    def test_refuses_to_change_hands(self, move: str) -> None:
        conversation = _after("resolve")

        with pytest.raises(ConversationResolvedError):
            MOVES[move](conversation)

    def test_says_when_and_how_it_ended(self) -> None:
        conversation = _after("hand_to_people", "resolve")

        assert (conversation.status, conversation.resolved_at, conversation.resolution) == (RESOLVED, NOON, "ok")

    def test_needs_nobody(self) -> None:
        conversation = _after("hand_to_people", "resolve")

        assert (conversation.needs_attention, conversation.waiting_since, conversation.unread_count) == (False, None, 0)
