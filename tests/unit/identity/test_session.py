from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity.session import GRACE, SESSION_LIFETIME, RefreshToken, Session, Verdict, judge, session_end
from domain.shared.ids import RefreshTokenId, SessionId, UserId

NOW = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def a_session(*, expires_at: datetime = NOW + timedelta(days=7), ended_at: datetime | None = None) -> Session:
    return Session(
        id=SessionId(UUID(int=1)),
        user_id=UserId(UUID(int=2)),
        created_at=NOW - timedelta(days=1),
        last_seen_at=NOW - timedelta(days=1),
        expires_at=expires_at,
        ended_at=ended_at,
    )


def a_token(*, used_at: datetime | None = None, expires_at: datetime = NOW + timedelta(days=7)) -> RefreshToken:
    return RefreshToken(
        id=RefreshTokenId(UUID(int=3)),
        session_id=SessionId(UUID(int=1)),
        token_hash=b"hash",
        issued_at=NOW - timedelta(days=1),
        expires_at=expires_at,
        used_at=used_at,
        successor_sealed=None if used_at is None else b"sealed",
    )


def test_a_fresh_token_is_rotated():
    assert judge(a_token(), a_session(), now=NOW) is Verdict.ROTATE


@pytest.mark.parametrize(
    ("ago", "verdict"),
    [(timedelta(), Verdict.REPEAT), (GRACE - SECOND, Verdict.REPEAT), (GRACE, Verdict.REVOKE)],
)
def test_a_used_token_is_repeated_for_a_moment_and_then_revokes(ago: timedelta, verdict: Verdict):
    assert judge(a_token(used_at=NOW - ago), a_session(), now=NOW) is verdict


@pytest.mark.parametrize(
    "session", [a_session(ended_at=NOW - SECOND), a_session(expires_at=NOW), a_session(expires_at=NOW - SECOND)]
)
@pytest.mark.parametrize("token", [a_token(), a_token(used_at=NOW - SECOND), a_token(used_at=NOW - 9 * GRACE)])
def test_nothing_comes_of_a_session_that_is_over(session: Session, token: RefreshToken):
    assert judge(token, session, now=NOW) is Verdict.REFUSE


def test_a_token_that_expired_is_refused():
    assert judge(a_token(expires_at=NOW), a_session(), now=NOW) is Verdict.REFUSE


def test_without_a_successor_nothing_can_be_repeated():
    used = RefreshToken(
        id=RefreshTokenId(UUID(int=3)),
        session_id=SessionId(UUID(int=1)),
        token_hash=b"hash",
        issued_at=NOW,
        expires_at=NOW + SECOND,
        used_at=NOW,
    )

    assert judge(used, a_session(), now=NOW) is Verdict.REVOKE


@given(used=st.integers(min_value=0, max_value=10**6))
def test_a_used_token_never_rotates_again(used: int):
    token = a_token(used_at=NOW - timedelta(seconds=used))

    assert judge(token, a_session(), now=NOW) in {Verdict.REPEAT, Verdict.REVOKE}


@given(
    age=st.integers(min_value=0, max_value=10**7),
    longest=st.none() | st.integers(min_value=1, max_value=10_000).map(lambda hours: timedelta(hours=hours)),
)
def test_a_session_ends_a_week_after_its_last_use_or_when_the_policy_says(age: int, longest: timedelta | None):
    began_at = NOW - timedelta(seconds=age)

    ends = session_end(began_at=began_at, now=NOW, longest=longest)

    assert ends <= NOW + SESSION_LIFETIME
    assert longest is None or ends <= began_at + longest
    assert ends in {NOW + SESSION_LIFETIME, began_at + (longest or timedelta())}
