"""Refresh tokens: rotated, repeated for a moment, and revoked with their whole family when they come again (F26)."""

import asyncio

import pytest

from domain.shared.ids import TenantId
from tests.http.calls import error_of
from tests.http.identity.conftest import Audited, Do
from tests.http.identity.logging_in import HOME, ME, REFRESH, Knock
from tests.http.identity.people import Person

LATER = "UPDATE platform.refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL"


async def works(person: Person, tokens: dict[str, str]) -> bool:
    return (await person.calling(tokens).get(ME)).status_code == 200


async def test_a_refresh_gives_new_tokens_of_the_same_session(ana: Person, do: Do) -> None:
    first = await ana.log_in()

    answer = await ana.refresh(first["refresh_token"], ip="198.51.100.9", agent="Safari")

    second = answer.json()
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert second["refresh_token"] != first["refresh_token"]
    assert await works(ana, second)
    [session] = await do("SELECT ip, user_agent, last_seen_at > created_at AS seen FROM platform.sessions")
    assert session == {"ip": "198.51.100.9", "user_agent": "Safari", "seen": True}


async def test_a_family_goes_on_and_on(ana: Person, do: Do) -> None:
    tokens = await ana.log_in()
    for _ in range(5):
        tokens = (await ana.refresh(tokens["refresh_token"])).json()

    assert await works(ana, tokens)
    [row] = await do("SELECT count(*) AS tokens, count(parent_id) AS children FROM platform.refresh_tokens")
    assert row == {"tokens": 6, "children": 5}


async def test_the_same_token_within_ten_seconds_gets_the_same_successor(ana: Person) -> None:
    tokens = await ana.log_in()

    answers = [await ana.refresh(tokens["refresh_token"]) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    assert all([await works(ana, answer.json()) for answer in answers])


async def test_twenty_at_once_get_the_same_successor(ana: Person, do: Do) -> None:
    tokens = await ana.log_in()

    answers = await asyncio.gather(*(ana.refresh(tokens["refresh_token"]) for _ in range(20)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    [row] = await do("SELECT count(*) AS tokens FROM platform.refresh_tokens")
    assert row["tokens"] == 2


async def test_an_older_token_again_ends_the_whole_family(
    ana: Person, do: Do, audited: Audited, tenant_id: TenantId
) -> None:
    first = await ana.log_in()
    second = (await ana.refresh(first["refresh_token"])).json()
    other = await ana.log_in()
    await do(LATER)

    thief = await ana.refresh(first["refresh_token"], ip="198.51.100.66")

    assert (thief.status_code, error_of(thief).code) == (401, "REFRESH_TOKEN_INVALID")
    assert (await ana.refresh(second["refresh_token"])).status_code == 401
    assert not await works(ana, second)
    assert await works(ana, other)
    assert (await audited(tenant_id))[-1] == "refresh_token.reused"
    [session] = await do("SELECT end_reason FROM platform.sessions WHERE ended_at IS NOT NULL")
    assert session["end_reason"] == "token_reused"


async def test_its_owner_is_told_once(ana: Person, do: Do, audited: Audited, tenant_id: TenantId) -> None:
    tokens = await ana.log_in()
    await ana.refresh(tokens["refresh_token"])
    await do(LATER)

    for _ in range(3):
        await ana.refresh(tokens["refresh_token"])

    assert (await audited(tenant_id)).count("refresh_token.reused") == 1
    jobs = await do("SELECT convert_from(payload, 'UTF8') AS payload FROM platform.jobs")
    [told] = [str(job["payload"]) for job in jobs if "refresh_token_reused" in str(job["payload"])]
    assert str(ana.user_id) in told
    assert tokens["refresh_token"] not in told


async def test_many_thieves_at_once_are_audited_once(
    ana: Person, do: Do, audited: Audited, tenant_id: TenantId
) -> None:
    tokens = await ana.log_in()
    await ana.refresh(tokens["refresh_token"])
    await do(LATER)

    answers = await asyncio.gather(*(ana.refresh(tokens["refresh_token"]) for _ in range(10)))

    assert {answer.status_code for answer in answers} == {401}
    assert (await audited(tenant_id)).count("refresh_token.reused") == 1


async def test_a_successor_is_kept_sealed_and_only_as_long_as_it_may_be_repeated(ana: Person, do: Do) -> None:
    first = await ana.log_in()
    second = (await ana.refresh(first["refresh_token"])).json()
    [row] = await do("SELECT successor_sealed FROM platform.refresh_tokens WHERE used_at IS NOT NULL")
    assert second["refresh_token"].encode() not in bytes(row["successor_sealed"])  # type: ignore[arg-type]
    await do(LATER)

    await ana.refresh(second["refresh_token"])

    rows = await do("SELECT 1 FROM platform.refresh_tokens WHERE successor_sealed IS NOT NULL")
    assert len(rows) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE platform.sessions SET ended_at = now()",
        "UPDATE platform.sessions SET expires_at = now() - interval '1 second'",
        "UPDATE platform.refresh_tokens SET expires_at = now() - interval '1 second'",
        "UPDATE platform.users SET is_active = false",
        "UPDATE platform.users SET deleted_at = now()",
        "UPDATE platform.tenants SET status = 'cancelled' WHERE slug <> 'platform'",
    ],
)
async def test_nothing_comes_of_what_is_over(ana: Person, do: Do, sql: str) -> None:
    tokens = await ana.log_in()
    await do(sql)

    answer = await ana.refresh(tokens["refresh_token"])

    assert (answer.status_code, error_of(answer).code) == (401, "REFRESH_TOKEN_INVALID")


async def test_a_shorter_policy_ends_older_sessions(ana: Person, do: Do) -> None:
    tokens = await ana.log_in()
    await do("UPDATE platform.sessions SET created_at = created_at - interval '3 hours'")
    policy = '{"security": {"session_hours": 2}}'
    await do(f"UPDATE platform.tenants SET settings = '{policy}' WHERE slug <> 'platform'")  # noqa: S608

    assert (await ana.refresh(tokens["refresh_token"])).status_code == 401


async def test_a_session_never_outlives_the_policy_however_often_it_is_refreshed(ana: Person, do: Do) -> None:
    policy = '{"security": {"session_hours": 2}}'
    await do(f"UPDATE platform.tenants SET settings = '{policy}' WHERE slug <> 'platform'")  # noqa: S608
    tokens = await ana.log_in()
    await do("UPDATE platform.sessions SET created_at = created_at - interval '119 minutes'")

    refreshed = (await ana.refresh(tokens["refresh_token"])).json()

    assert 0 < refreshed["refresh_expires_in"] <= 60
    assert 0 < refreshed["expires_in"] <= 60


async def test_another_network_than_the_company_allows_does_not_refresh(ana: Person, do: Do) -> None:
    tokens = await ana.log_in()
    policy = '{"security": {"allowed_networks": ["203.0.113.0/24"]}}'
    await do(f"UPDATE platform.tenants SET settings = '{policy}' WHERE slug <> 'platform'")  # noqa: S608

    outside = await ana.refresh(tokens["refresh_token"], ip="198.51.100.9")

    assert (outside.status_code, error_of(outside).code) == (403, "IP_NOT_ALLOWED")
    assert (await ana.refresh(tokens["refresh_token"], ip=HOME)).status_code == 200


async def test_the_rights_are_those_of_now(ana: Person, do: Do) -> None:
    tokens = await ana.log_in()
    await do("UPDATE platform.users SET role = 'viewer' WHERE id = $1", ana.user_id)

    refreshed = (await ana.refresh(tokens["refresh_token"])).json()

    me = (await ana.calling(refreshed).get(ME)).json()
    assert (me["role"], "conversations:reply" in me["permissions"]) == ("viewer", False)


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "é" * 43, "\x00"])
async def test_anything_else_is_no_token(knock: Knock, token: str) -> None:
    answer = await knock().post(REFRESH, json={"refresh_token": token})

    assert answer.status_code in {400, 401, 422}


async def test_an_access_token_is_no_refresh_token(ana: Person) -> None:
    tokens = await ana.log_in()

    assert (await ana.refresh(tokens["access_token"])).status_code == 401


async def test_an_operator_refreshes(operator: Person) -> None:
    tokens = await operator.log_in()

    assert await works(operator, (await operator.refresh(tokens["refresh_token"])).json())


async def test_with_the_transaction_undone_the_token_is_still_good(
    ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from adapters.postgres.repositories.sessions import PostgresSessions  # noqa: PLC0415
    from domain.shared.errors import UnavailableError  # noqa: PLC0415

    tokens = await ana.log_in()
    rotate = PostgresSessions.rotate

    async def fails(*_: object, **__: object) -> None:
        monkeypatch.setattr(PostgresSessions, "rotate", rotate)
        raise UnavailableError("gone")

    monkeypatch.setattr(PostgresSessions, "rotate", fails)
    assert (await ana.refresh(tokens["refresh_token"])).status_code == 503

    assert (await ana.refresh(tokens["refresh_token"])).status_code == 200
