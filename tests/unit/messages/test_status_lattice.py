"""The same reports in any order, however often told, give the same message."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations.events import MessageStatusEvent
from domain.conversations.message import Direction, Message, SenderKind
from domain.shared.content import Text
from domain.shared.ids import ConversationId, MessageId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus, join

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
SENT, DELIVERED, READ, PLAYED = (
    MessageStatus.SENT,
    MessageStatus.DELIVERED,
    MessageStatus.READ,
    MessageStatus.PLAYED,
)
QUEUED, FAILED, RECEIVED = MessageStatus.QUEUED, MessageStatus.FAILED, MessageStatus.RECEIVED


class Report(NamedTuple):
    """What one webhook says."""

    status: MessageStatus
    at: datetime
    code: str | None = None
    detail: str | None = None


def _message(*, status: MessageStatus = QUEUED) -> Message:
    return Message(
        id=MessageId(UUID(int=1)),
        conversation_id=ConversationId(UUID(int=2)),
        whatsapp_config_id=WhatsAppConfigId(UUID(int=3)),
        direction=Direction.OUTBOUND,
        sender=SenderKind.BOT,
        content=Text(body="oi"),
        status=status,
        created_at=NOON,
    )


def _row(reports: list[Report]) -> tuple[object, ...]:
    message = _message()
    for report in reports:
        message.report(report.status, at=report.at, error_code=report.code, error_detail=report.detail)
    return message.status, message.status_at, message.error_code, message.error_detail


_moments = st.integers(0, 3).map(lambda seconds: NOON + timedelta(seconds=seconds))
"""Few, so that two reports often share one: Meta tells times to the second."""
_progress = st.builds(Report, st.sampled_from([SENT, DELIVERED, READ, PLAYED]), _moments)
_failures = st.builds(Report, st.just(FAILED), _moments, st.sampled_from(["131026", "131047", None]), st.just("x"))
_reports = st.lists(_progress | _failures, max_size=8)


class TestAnyOrder:
    @given(st.data(), _reports)
    def test_gives_the_same_row(self, data: st.DataObject, reports: list[Report]) -> None:
        shuffled = data.draw(st.permutations(reports))

        assert _row(shuffled) == _row(reports)

    @given(st.data(), _reports)
    def test_with_repetitions_gives_the_same_row(self, data: st.DataObject, reports: list[Report]) -> None:
        again = data.draw(st.lists(st.sampled_from(reports), max_size=4)) if reports else []

        assert _row([*reports, *again]) == _row(reports)

    @given(_reports)
    def test_keeps_the_first_time_of_each_status(self, reports: list[Report]) -> None:
        _, status_at, *_ = _row(reports)

        assert status_at == {
            str(report.status): min(other.at for other in reports if other.status is report.status)
            for report in reports
        }


_statuses = st.sampled_from([status for status in MessageStatus if status is not RECEIVED])


class TestJoin:
    @given(_statuses, _statuses)
    def test_is_the_same_both_ways_round(self, one: MessageStatus, other: MessageStatus) -> None:
        assert join(one, other) is join(other, one)

    @given(_statuses, _statuses, _statuses)
    def test_is_the_same_however_it_is_grouped(
        self, one: MessageStatus, two: MessageStatus, three: MessageStatus
    ) -> None:
        assert join(join(one, two), three) is join(one, join(two, three))

    @given(_statuses)
    def test_of_a_status_with_itself_is_that_status(self, status: MessageStatus) -> None:
        assert join(status, status) is status

    @pytest.mark.parametrize(("lower", "higher"), list(pairwise([QUEUED, SENT, DELIVERED, READ, PLAYED])))
    def test_is_the_one_further_on(self, lower: MessageStatus, higher: MessageStatus) -> None:
        assert join(lower, higher) is higher

    @pytest.mark.parametrize("before", [QUEUED, SENT])
    def test_with_a_failure_fails_what_was_not_delivered(self, before: MessageStatus) -> None:
        assert join(before, FAILED) is FAILED

    @pytest.mark.parametrize("before", [DELIVERED, READ, PLAYED])
    def test_with_a_failure_leaves_what_was_delivered(self, before: MessageStatus) -> None:
        assert join(before, FAILED) is before

    @given(_statuses)
    def test_leaves_a_received_message_received(self, status: MessageStatus) -> None:
        assert join(RECEIVED, status) is RECEIVED


class TestReport:
    def test_that_is_new_says_so(self) -> None:
        assert _message().report(SENT, at=NOON)

    def test_that_is_known_says_so(self) -> None:
        message = _message()
        message.report(SENT, at=NOON)

        assert not message.report(SENT, at=NOON)

    def test_of_progress_is_an_event(self) -> None:
        message = _message()

        message.report(SENT, at=NOON)

        [event] = message.take_events()
        assert isinstance(event, MessageStatusEvent)
        assert (event.status, event.at) == ("sent", NOON)

    def test_that_changes_no_status_is_no_event(self) -> None:
        message = _message(status=READ)

        message.report(DELIVERED, at=NOON)

        assert message.take_events() == []

    def test_of_a_failure_tells_its_error(self) -> None:
        message = _message()

        message.report(FAILED, at=NOON, error_code="131026", error_detail="not on WhatsApp")

        [event] = message.take_events()
        assert isinstance(event, MessageStatusEvent)
        assert event.error_code == "131026"

    def test_of_an_earlier_failure_keeps_its_error(self) -> None:
        message = _message()
        message.report(FAILED, at=NOON, error_code="late")

        message.report(FAILED, at=NOON - timedelta(seconds=1), error_code="early")

        assert message.error_code == "early"
