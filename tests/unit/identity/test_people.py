from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity.api_key import ApiKey
from domain.identity.checks import is_email
from domain.identity.permissions import Permission, Role
from domain.identity.role import MAX_CODE, code_of, is_built_in, known_permissions
from domain.identity.user import NO_PASSWORD, User
from domain.shared.ids import ApiKeyId, TenantId, UserId

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)


def a_user(**changes: object) -> User:
    facts: dict[str, object] = {
        "id": UserId(UUID(int=1)),
        "tenant_id": TenantId(UUID(int=2)),
        "email": "ana@aurora.example",
        "name": "Ana",
        "role": Role.ADMIN,
        "password_hash": "$argon2id$…",
        "created_at": NOON,
        **changes,
    }
    return User(**facts)


class TestDeleting:
    def test_takes_every_way_in_and_leaves_the_name(self) -> None:
        user = a_user(totp_sealed=b"1", totp_enabled_at=NOON, totp_last_step=1)

        user.delete(now=NOON)

        assert (user.is_active, user.deleted_at, user.name) == (False, NOON, "Ana")
        assert (user.password_hash, user.totp_sealed, user.totp_enabled_at, user.totp_last_step) == (
            NO_PASSWORD, None, None, None,
        )  # fmt: skip

    def test_leaves_an_email_that_nobody_can_have(self) -> None:
        user = a_user()

        user.delete(now=NOON)

        assert not is_email(user.email)
        assert str(user.id) in user.email


@pytest.mark.parametrize(
    ("changes", "keeps"),
    [({}, True), ({"is_active": False}, False), ({"role": Role.SUPERVISOR}, False), ({"role": "chefia"}, False)],
)
def test_an_active_admin_keeps_the_company_open(changes: dict[str, object], *, keeps: bool) -> None:
    assert a_user(**changes).keeps_company_open is keeps


class TestRoleCodes:
    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("Plantão noturno", "plantao_noturno"),
            ("  N2 / N3 ", "n2_n3"),
            ("Admin", "admin"),
            ("!!!", ""),
            ("日本", ""),
        ],
    )
    def test_are_made_from_names(self, name: str, code: str) -> None:
        assert code_of(name) == code

    @given(st.text(max_size=300))
    def test_are_plain_and_short_and_their_own_code(self, name: str) -> None:
        code = code_of(name)

        assert len(code) <= MAX_CODE
        assert all(letter in "abcdefghijklmnopqrstuvwxyz0123456789_" for letter in code)
        assert code_of(code) == code

    def test_of_built_in_roles_are_taken(self) -> None:
        assert all(is_built_in(role) for role in Role)
        assert not is_built_in("plantao_noturno")


def test_an_abolished_permission_allows_nothing() -> None:
    assert known_permissions(["flows:read", "telegrams:send"]) == {Permission.FLOWS_READ}


def test_a_key_that_was_revoked_stays_so_since_the_first_time() -> None:
    key = ApiKey(
        id=ApiKeyId(UUID(int=1)),
        user_id=UserId(UUID(int=2)),
        name="Site",
        prefix="pytake_abcdefghijkl",
        key_hash=b"1",
        scopes=[],
        created_at=NOON,
    )

    key.revoke(now=NOON)
    key.revoke(now=NOON + timedelta(days=1))

    assert key.revoked_at == NOON
