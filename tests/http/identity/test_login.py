"""Logging in: who may, what it gives, what is written down, and what guessing gets (F27)."""

import asyncio
from collections import Counter

import pytest
from dishka import AsyncContainer

from application.ports.passwords import Passwords
from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from tests.http.calls import error_of
from tests.http.identity.conftest import Audited, Do
from tests.http.identity.logging_in import HOME, LOGIN, ME, PASSWORD, Knock
from tests.http.identity.people import Person

WRONG = "wrong"
AWAY = "198.51.100.9"


async def test_a_login_gives_both_tokens(ana: Person) -> None:
    answer = await ana.try_password()

    tokens = answer.json()
    assert (answer.status_code, tokens["token_type"], tokens["expires_in"]) == (200, "Bearer", 900)
    assert tokens["refresh_expires_in"] == 7 * 24 * 3600
    assert not tokens["needs_two_factor"]
    assert answer.headers["cache-control"] == "no-store"
    assert (await ana.calling(tokens).get(ME)).json()["id"] == str(ana.user_id)


async def test_it_is_written_down_with_the_address(ana: Person, audited: Audited, do: Do, tenant_id: TenantId) -> None:
    await ana.log_in(ip=AWAY, agent="Safari")

    [session] = await do("SELECT ip, user_agent FROM platform.sessions")
    assert session == {"ip": AWAY, "user_agent": "Safari"}
    assert "user.logged_in" in await audited(tenant_id)


async def test_of_a_refresh_token_only_the_hash_is_kept(ana: Person, do: Do) -> None:
    tokens = await ana.log_in()

    [row] = await do("SELECT * FROM platform.refresh_tokens")
    assert tokens["refresh_token"].encode() not in b"".join(v for v in row.values() if isinstance(v, bytes))


REFUSALS = [
    ("a wrong password", "SELECT 1", WRONG),
    ("a user who is switched off", "UPDATE platform.users SET is_active = false", PASSWORD),
    ("a user who is deleted", "UPDATE platform.users SET deleted_at = now()", PASSWORD),
    ("a cancelled company", "UPDATE platform.tenants SET status = 'cancelled' WHERE slug <> 'platform'", PASSWORD),
    ("a deleted company", "UPDATE platform.tenants SET deleted_at = now() WHERE slug <> 'platform'", PASSWORD),
    ("an account that never was", "UPDATE platform.users SET email = 'other@aurora.example'", PASSWORD),
]


@pytest.mark.parametrize(("sql", "password"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS])
async def test_every_refusal_looks_the_same(ana: Person, do: Do, knock: Knock, sql: str, password: str) -> None:
    await do(sql)

    answer = await ana.try_password(password)

    stranger = await knock().post(LOGIN, json={"email": "nobody@nowhere.example", "password": password})
    assert answer.status_code == stranger.status_code == 401
    assert _without_id(answer.json()) == _without_id(stranger.json())
    assert _alike(answer.headers) == _alike(stranger.headers)
    assert error_of(answer).code == "LOGIN_REFUSED"


def _without_id(body: dict[str, dict[str, object]]) -> dict[str, object]:
    return {name: value for name, value in body["error"].items() if name != "request_id"}


def _alike(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in {"x-request-id", "date"}}


async def test_a_suspended_companys_people_log_in(ana: Person, do: Do) -> None:
    await do("UPDATE platform.tenants SET status = 'suspended' WHERE slug <> 'platform'")

    assert (await ana.try_password()).status_code == 200


async def test_a_refusal_is_in_the_companys_log_and_of_nobody_in_the_platforms(
    ana: Person, audited: Audited, knock: Knock, tenant_id: TenantId
) -> None:
    await ana.try_password(WRONG)
    await knock().post(LOGIN, json={"email": "nobody@nowhere.example", "password": WRONG})

    assert (await audited(tenant_id))[-1] == "user.login_refused"
    assert await audited(PLATFORM) == ["user.login_refused"]


async def test_the_same_work_is_done_whether_the_account_exists(
    ana: Person, container: AsyncContainer, knock: Knock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time cannot be asserted on a busy machine; that nothing costly depends on the account can."""
    done: Counter[str] = Counter()
    passwords = await container.get(Passwords)
    uow = await container.get(UnitOfWork)
    matches, begin = passwords.matches, type(uow).__call__

    async def counted_matches(password: str, *, password_hash: str | None) -> bool:
        done["hash"] += 1
        found: bool = await matches(password, password_hash=password_hash)
        return found

    def counted_begin(self: object, tenant_id: TenantId) -> object:
        done["transaction"] += 1
        return begin(self, tenant_id)

    monkeypatch.setattr(passwords, "matches", counted_matches)
    monkeypatch.setattr(type(uow), "__call__", counted_begin)
    work = []
    for email in (ana.email, "nobody@nowhere.example"):
        done.clear()
        await knock().post(LOGIN, json={"email": email, "password": WRONG})
        work.append(dict(done))

    assert work[0] == work[1] == {"hash": 1, "transaction": 1}


async def test_five_wrong_passwords_from_one_address_and_then_a_wait(ana: Person) -> None:
    answers = [await ana.try_password(WRONG) for _ in range(5)]
    refused = await ana.try_password()

    assert [answer.status_code for answer in answers] == [401] * 5
    assert (refused.status_code, error_of(refused).code) == (429, "RATE_LIMITED")
    assert 0 < int(refused.headers["retry-after"]) <= 900
    assert (await ana.try_password(ip=AWAY)).status_code == 200


async def test_an_account_that_never_was_is_slowed_down_alike(knock: Knock) -> None:
    answers = [await knock().post(LOGIN, json={"email": "nobody@nowhere.example", "password": WRONG}) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [401] * 5 + [429]


async def test_nothing_is_hashed_for_who_must_wait(
    ana: Person, container: AsyncContainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        await ana.try_password(WRONG)
    passwords = await container.get(Passwords)
    monkeypatch.setattr(passwords, "matches", None)

    assert (await ana.try_password()).status_code == 429


async def test_stuffing_from_many_addresses_gets_ten_tries_an_account(ana: Person) -> None:
    answers = [await ana.try_password(WRONG, ip=f"198.{18 + number}.0.1") for number in range(20)]

    assert Counter(answer.status_code for answer in answers) == {401: 10, 429: 10}


async def test_stuffing_of_many_accounts_gets_ten_tries_a_network(knock: Knock) -> None:
    answers = [
        await knock(ip=f"198.51.100.{number}").post(LOGIN, json={"email": f"{number}@b.example", "password": WRONG})
        for number in range(1, 21)
    ]

    assert Counter(answer.status_code for answer in answers) == {401: 10, 429: 10}


async def test_a_stranger_does_not_shut_the_owner_out(ana: Person) -> None:
    await ana.log_in(ip=HOME)
    for number in range(12):
        await ana.try_password(WRONG, ip=f"198.{18 + number}.0.1")

    assert (await ana.try_password(ip=AWAY)).status_code == 429
    assert (await ana.try_password(ip=HOME)).status_code == 200


async def test_many_guesses_at_once_are_no_more_than_five(ana: Person) -> None:
    answers = await asyncio.gather(*(ana.try_password(WRONG) for _ in range(20)))

    assert Counter(answer.status_code for answer in answers) == {401: 5, 429: 15}


async def test_a_success_begins_anew(ana: Person) -> None:
    for _ in range(4):
        await ana.try_password(WRONG)
    await ana.log_in()

    answers = [await ana.try_password(WRONG) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [401] * 5


async def test_an_older_hash_is_renewed_at_login(ana: Person, do: Do, container: AsyncContainer) -> None:
    from argon2 import PasswordHasher  # noqa: PLC0415

    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    await do("UPDATE platform.users SET password_hash = $1 WHERE id = $2", cheap, ana.user_id)

    await ana.log_in()

    [row] = await do("SELECT password_hash FROM platform.users WHERE id = $1", ana.user_id)
    assert row["password_hash"] != cheap
    assert not (await container.get(Passwords)).needs_rehash(str(row["password_hash"]))
    await ana.log_in()


async def test_a_company_lets_its_own_networks_in_only(
    ana: Person, do: Do, audited: Audited, tenant_id: TenantId
) -> None:
    policy = '{"security": {"allowed_networks": ["203.0.113.0/24"]}}'
    await do(f"UPDATE platform.tenants SET settings = '{policy}' WHERE slug <> 'platform'")  # noqa: S608

    outside = await ana.try_password(ip=AWAY)

    assert (outside.status_code, error_of(outside).code) == (403, "IP_NOT_ALLOWED")
    assert (await audited(tenant_id))[-1] == "user.login_refused"
    assert (await ana.try_password(WRONG, ip=AWAY)).status_code == 401
    assert (await ana.try_password(ip=HOME)).status_code == 200


async def test_a_company_ends_sessions_when_it_says(ana: Person, do: Do) -> None:
    policy = '{"security": {"session_hours": 2}}'
    await do(f"UPDATE platform.tenants SET settings = '{policy}' WHERE slug <> 'platform'")  # noqa: S608

    assert (await ana.log_in())["refresh_expires_in"] == 2 * 3600


async def test_an_operator_logs_in_and_is_of_the_platform(operator: Person) -> None:
    tokens = await operator.log_in()

    me = (await operator.calling(tokens).get(ME)).json()
    assert (me["role"], me["tenant_id"], me["permissions"]) == ("super_admin", str(PLATFORM), [])


async def test_an_operator_sees_nothing_within_a_company(operator: Person) -> None:
    client = operator.calling(await operator.log_in())

    for address in ("/api/v1/conversations", "/api/v1/flows", "/api/v1/whatsapp-configs"):
        answer = await client.get(address)
        assert (answer.status_code, error_of(answer).code) == (403, "PERMISSION_DENIED")


@pytest.mark.parametrize(
    "body",
    [
        {"email": "a@b.example"},
        {"email": "a@b.example", "password": PASSWORD, "tenant_id": "x"},
        {"email": "a@b.example", "password": PASSWORD, "role": "admin"},
        {"email": "a" * 501, "password": PASSWORD},
        {"email": "a@b.example", "password": "x" * 4_097},
        {"email": None, "password": PASSWORD},
    ],
)
async def test_another_body_is_refused_before_anything_is_done(knock: Knock, body: dict[str, object]) -> None:
    answer = await knock().post(LOGIN, json=body)

    assert answer.status_code == 422
