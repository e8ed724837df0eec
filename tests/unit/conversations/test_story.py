"""Whatever is done with a conversation, its state makes sense and its story tells of it, once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations.conversation import Conversation, ConversationStatus, Handler, Priority
from domain.conversations.errors import ConversationOpenError
from domain.conversations.events import ConversationUpdated
from domain.conversations.states import UNTIL_NEXT_MESSAGE
from domain.conversations.timeline import BOT, CONTACT, SOMEBODY, SYSTEM, By, TimelineKind, by_user
from domain.conversations.transfer import Hands
from domain.shared.content import Text
from domain.shared.errors import ConflictError
from domain.shared.ids import ContactId, ConversationId, DepartmentId, NoteId, TagId, UserId, WhatsAppConfigId

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANA, BRUNO = UserId(UUID(int=4)), UserId(UUID(int=5))
SUPPORT, SALES = DepartmentId(UUID(int=6)), DepartmentId(UUID(int=7))

Move = Callable[[Conversation, datetime], object]
BY = by_user(ANA)

MOVES: dict[str, Move] = {
    "hear": lambda one, now: one.receive(Text(body="oi"), sent_at=now, opens_window=True),
    "bot answers": lambda one, now: one.answer(Text(body="olá"), at=now, by_person=False),
    "person answers": lambda one, now: one.answer(Text(body="olá"), at=now, by_person=True),
    "hand to bot": lambda one, now: one.hand_to_bot(now=now),
    "release": lambda one, now: one.release(by=BY, now=now),
    "to support": lambda one, now: one.hand_to_people(department_id=SUPPORT, reason="x", by=BOT, now=now),
    "to default queue": lambda one, now: one.hand_to_people(department_id=None, reason=None, by=SYSTEM, now=now),
    "take over": lambda one, now: one.take_over(ANA, by=BY, now=now),
    "assign": lambda one, now: one.assign(BRUNO, by=BY, now=now),
    "transfer": lambda one, now: one.transfer_to_user(BRUNO, by=BY, reason="x", now=now),
    "answered elsewhere": lambda one, now: one.answered_elsewhere(now=now),
    "move": lambda one, now: one.move_to_department(SALES, by=BY, now=now),
    "resolve": lambda one, now: one.resolve(resolution="ok", by=BY, now=now),
    "reopen": lambda one, now: one.reopen(by=BY, now=now),
    "reopen by rule": lambda one, now: one.reopen(by=SYSTEM, now=now),
    "archive": lambda one, now: one.archive(by=BY, now=now),
    "snooze": lambda one, now: one.snooze(until=now + HOUR, by=BY, now=now),
    "wake": lambda one, now: one.wake(now=now),
    "press": lambda one, now: one.set_priority(Priority.URGENT, by=BY, now=now),
    "describe": lambda one, now: one.describe({"subject": "Fatura"}, by=BY, now=now),
    "read": lambda one, _: one.read(),
}

_walks = st.lists(st.sampled_from(list(MOVES)), max_size=30)


def a_conversation(*moves: str) -> Conversation:
    opened = Conversation.open(
        conversation_id=ConversationId(UUID(int=1)),
        contact_id=ContactId(UUID(int=2)),
        whatsapp_config_id=WhatsAppConfigId(UUID(int=3)),
        now=NOON,
    )
    for move in moves:
        MOVES[move](opened, NOON)
    opened.take_entries()
    opened.take_transfers()
    opened.take_events()
    return opened


def _assert_sensible(one: Conversation) -> None:
    if one.status is ConversationStatus.WAITING:
        assert one.needs_attention
        assert (one.handler, one.assigned_to, one.assigned_at) == (Handler.NONE, None, None)
        assert one.waiting_since is not None
        assert one.queued_at is not None
        assert one.waiting_since <= one.queued_at
    else:
        assert (one.waiting_since, one.queued_at) == (None, None)
    if one.is_over:
        assert one.handler is Handler.NONE
        assert one.snoozed_until is None
        assert one.resolved_at is not None
    else:
        assert (one.resolved_at, one.resolved_by, one.resolution, one.archived_at) == (None, None, None, None)
        assert one.handler is Handler.AGENT or one.assigned_to is None
    assert (one.archived_at is not None) == (one.status is ConversationStatus.ARCHIVED)
    assert (one.assigned_to is None) == (one.assigned_at is None)
    assert one.unread_count <= one.inbound_count


@given(_walks)
def test_no_walk_leads_to_what_makes_no_sense(moves: list[str]) -> None:
    one, now = a_conversation(), NOON
    for name in moves:
        now += HOUR
        try:
            MOVES[name](one, now)
        except ConflictError:
            continue
        finally:
            _assert_sensible(one)


@given(_walks)
def test_each_change_is_told_once_and_a_change_of_hands_is_a_transfer(moves: list[str]) -> None:
    one, now = a_conversation(), NOON
    for name in moves:
        now += HOUR
        hands, was = one.hands, one.status
        try:
            MOVES[name](one, now)
        except ConflictError:
            assert (one.take_entries(), one.take_transfers()) == ([], [])
            continue
        entries, transfers = one.take_entries(), one.take_transfers()
        assert len(entries) <= 1
        assert all(entry.at == now and entry.conversation_id == one.id for entry in entries)
        if transfers:
            [transfer] = transfers
            assert (transfer.before, transfer.after) == (hands, one.hands)
            assert entries
        elif one.hands != hands:
            # A thread that nobody had is the bot's from its beginning, and the end of a thread takes it from no person.
            assert one.hands.bot or one.is_over
            assert not hands.bot or one.is_over
        assert one.status is was or entries or one.handler is Handler.BOT


@pytest.mark.parametrize(
    ("before", "move", "kind", "by"),
    [
        ([], "take over", TimelineKind.TAKEN_OVER, BY),
        ([], "assign", TimelineKind.ASSIGNED, BY),
        (["take over"], "transfer", TimelineKind.TRANSFERRED, BY),
        ([], "to support", TimelineKind.WAITING, BOT),
        (["take over"], "release", TimelineKind.RELEASED, BY),
        (["take over"], "hand to bot", TimelineKind.HANDED_TO_BOT, BOT),
        ([], "answered elsewhere", TimelineKind.ANSWERED_ELSEWHERE, SOMEBODY),
        ([], "move", TimelineKind.DEPARTMENT_CHANGED, BY),
        ([], "resolve", TimelineKind.RESOLVED, BY),
        (["resolve"], "reopen", TimelineKind.REOPENED, BY),
        (["resolve"], "archive", TimelineKind.ARCHIVED, BY),
        ([], "snooze", TimelineKind.SNOOZED, BY),
        (["snooze"], "wake", TimelineKind.WOKEN, SYSTEM),
        (["snooze"], "hear", TimelineKind.WOKEN, CONTACT),
        ([], "press", TimelineKind.PRIORITY_CHANGED, BY),
        ([], "describe", TimelineKind.DETAILS_CHANGED, BY),
    ],
)
def test_the_story_says_what_happened_and_who_did_it(before: list[str], move: str, kind: TimelineKind, by: By) -> None:
    one = a_conversation(*before)

    MOVES[move](one, NOON + HOUR)

    [entry] = one.take_entries()
    assert (entry.kind, entry.by, entry.at) == (kind, by, NOON + HOUR)


@pytest.mark.parametrize("move", ["hear", "bot answers", "person answers", "hand to bot", "read", "wake"])
def test_what_is_no_news_is_not_told(move: str) -> None:
    one = a_conversation()

    MOVES[move](one, NOON)

    assert (one.take_entries(), one.take_transfers()) == ([], [])


@pytest.mark.parametrize("move", ["take over", "assign", "to support", "press", "describe", "move", "archive"])
def test_doing_it_again_changes_and_tells_nothing(move: str) -> None:
    one = a_conversation(*(["resolve"] if move == "archive" else []), move)

    MOVES[move](one, NOON + HOUR)

    assert (one.take_entries(), one.take_transfers(), one.take_events()) == ([], [], [])


def test_a_transfer_says_from_whom_to_whom() -> None:
    one = a_conversation("to support", "take over")

    one.transfer_to_user(BRUNO, by=BY, reason="férias", now=NOON)

    [transfer] = one.take_transfers()
    assert transfer.before == Hands(user=ANA, department=SUPPORT)
    assert transfer.after == Hands(user=BRUNO, department=SUPPORT)
    assert (transfer.reason, transfer.by) == ("férias", BY)


def test_what_moves_to_another_queue_keeps_its_time_but_not_its_place() -> None:
    one = a_conversation("to support")

    one.move_to_department(SALES, by=BY, now=NOON + HOUR)

    assert (one.waiting_since, one.queued_at) == (NOON, NOON + HOUR)


def test_whoever_reopens_it_has_it() -> None:
    one = a_conversation("to support", "resolve", "archive")

    one.reopen(by=by_user(BRUNO), now=NOON + HOUR)

    assert (one.status, one.handler, one.assigned_to) == (ConversationStatus.ACTIVE, Handler.AGENT, BRUNO)
    assert one.reopened_at == NOON + HOUR


def test_what_nobody_reopened_waits() -> None:
    one = a_conversation("to support", "resolve")

    one.reopen(by=SYSTEM, now=NOON + HOUR)

    assert (one.status, one.department_id) == (ConversationStatus.WAITING, SUPPORT)


@pytest.mark.parametrize("move", ["reopen", "archive"])
def test_what_is_open_is_neither_reopened_nor_archived(move: str) -> None:
    with pytest.raises(ConversationOpenError):
        MOVES[move](a_conversation(), NOON)


def test_without_a_time_it_sleeps_until_the_contact_writes() -> None:
    one = a_conversation("take over")

    one.snooze(until=None, by=BY, now=NOON)
    assert one.snoozed_until == UNTIL_NEXT_MESSAGE

    one.receive(Text(body="oi"), sent_at=NOON, opens_window=True)
    assert (one.snoozed_until, one.needs_attention) == (None, True)


def test_details_are_named_in_the_story_but_not_told() -> None:
    one = a_conversation()

    one.describe({"subject": "segredo"}, by=BY, now=NOON)

    [entry] = one.take_entries()
    assert entry.data == {"names": ["subject"]}


def test_a_null_detail_is_taken_away() -> None:
    one = a_conversation("describe")

    one.describe({"subject": None}, by=BY, now=NOON)

    assert one.metadata == {}


def test_words_that_come_and_go_are_told() -> None:
    one = a_conversation()

    came, went = {TagId(UUID(int=2)): "VIP", TagId(UUID(int=1)): "Novo"}, {TagId(UUID(int=3)): "Spam"}

    one.retag(added=came, removed=went, by=BY, now=NOON)

    entries = one.take_entries()
    assert [(entry.kind, entry.data) for entry in entries] == [
        (TimelineKind.TAGGED, {"tags": ["Novo", "VIP"]}),
        (TimelineKind.UNTAGGED, {"tags": ["Spam"]}),
    ]
    [event] = [event for event in one.take_events() if isinstance(event, ConversationUpdated)]
    assert (event.tags_added, event.tags_removed) == ((UUID(int=1), UUID(int=2)), (UUID(int=3),))


def test_what_is_told_is_how_it_is_once_everything_is_done() -> None:
    one = a_conversation()
    one.receive(Text(body="oi"), sent_at=NOON, opens_window=True)

    one.set_priority(Priority.URGENT, by=BY, now=NOON)
    one.snooze(until=None, by=BY, now=NOON)
    one.read()
    one.version += 1

    told = [event for event in one.take_events() if isinstance(event, ConversationUpdated)]
    assert [event.reason for event in told] == ["priority_changed", "snoozed", "read"]
    assert {(event.version, event.priority, event.unread_count, event.snoozed_until) for event in told} == {
        (1, "urgent", 0, UNTIL_NEXT_MESSAGE)
    }


def test_a_note_is_told_without_its_words() -> None:
    one = a_conversation()

    one.tell_noted(NoteId(UUID(int=9)), by=BY, now=NOON)

    [entry] = one.take_entries()
    assert (entry.kind, entry.data) == (TimelineKind.NOTED, {"note_id": UUID(int=9)})


def test_reading_takes_it_off_the_list_of_what_nobody_read() -> None:
    one = a_conversation("take over", "hear")

    assert one.read()
    assert not one.read()
    assert one.unread_count == 0
