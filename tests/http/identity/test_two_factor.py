"""The second factor: set up, asked for, good once, and done without (RFC 6238)."""

import asyncio
from collections import Counter

import pytest

from domain.shared.ids import TenantId
from tests.http.calls import error_of
from tests.http.identity.conftest import Audited, Do
from tests.http.identity.logging_in import LOGOUT, ME, PASSWORD, SESSIONS, Knock, code_of, next_code_of
from tests.http.identity.people import Person

SETUP = "/api/v1/auth/2fa/setup"
ENABLE = "/api/v1/auth/2fa/enable"
DISABLE = "/api/v1/auth/2fa/disable"
CODES = "/api/v1/auth/2fa/recovery-codes"
NO_CODE = "000000"
"""Wrong but for one time in a million, three times over."""


async def challenge_of(person: Person, **where: str) -> str:
    answer = await person.log_in(**where)
    assert answer["two_factor_required"], answer
    return str(answer["challenge"])


async def test_it_is_set_up_and_proved_and_gives_ten_recovery_codes(
    ana: Person, do: Do, audited: Audited, tenant_id: TenantId
) -> None:
    me = ana.calling(await ana.log_in())

    setup = await me.post(SETUP)
    assert (setup.status_code, setup.headers["cache-control"]) == (200, "no-store")
    secret = setup.json()["secret"]
    assert f"secret={secret}" in setup.json()["otpauth_url"]
    assert "ana%40aurora.example" in setup.json()["otpauth_url"]
    enabled = await me.post(ENABLE, json={"code": code_of(secret)})

    codes = enabled.json()["recovery_codes"]
    assert (enabled.status_code, len(set(codes)), enabled.headers["cache-control"]) == (200, 10, "no-store")
    assert (await me.get(ME)).json()["two_factor_enabled"]
    assert (await audited(tenant_id))[-1] == "two_factor.enabled"
    [user] = await do("SELECT totp_sealed FROM platform.users WHERE id = $1", ana.user_id)
    assert secret.encode() not in bytes(user["totp_sealed"])  # type: ignore[arg-type]
    jobs = await do("SELECT convert_from(payload, 'UTF8') AS payload FROM platform.jobs")
    assert any("two_factor_enabled" in str(job["payload"]) for job in jobs)


async def test_until_it_is_proved_nobody_is_asked_for_it(ana: Person) -> None:
    me = ana.calling(await ana.log_in())
    await me.post(SETUP)

    wrong = await me.post(ENABLE, json={"code": NO_CODE})

    assert (wrong.status_code, error_of(wrong).code) == (422, "CODE_REFUSED")
    assert "access_token" in await ana.log_in()


async def test_a_new_secret_replaces_one_that_was_not_proved(ana: Person) -> None:
    me = ana.calling(await ana.log_in())
    first = (await me.post(SETUP)).json()["secret"]
    second = (await me.post(SETUP)).json()["secret"]

    assert (await me.post(ENABLE, json={"code": code_of(first)})).status_code == 422
    assert (await me.post(ENABLE, json={"code": code_of(second)})).status_code == 200


async def test_one_that_is_in_use_is_not_replaced(ana: Person) -> None:
    secret, _ = await ana.set_up_second_factor()
    tokens = (await ana.verify(await challenge_of(ana), next_code_of(secret))).json()
    me = ana.calling(tokens)

    for answer in (await me.post(SETUP), await me.post(ENABLE, json={"code": next_code_of(secret)})):
        assert (answer.status_code, error_of(answer).code) == (409, "TWO_FACTOR_ENABLED")


async def test_without_one_there_is_nothing_to_enable_renew_or_disable(ana: Person) -> None:
    me = ana.calling(await ana.log_in())

    answers = [
        await me.post(ENABLE, json={"code": NO_CODE}),
        await me.post(CODES, json={"code": NO_CODE}),
        await me.post(DISABLE, json={"code": NO_CODE, "password": PASSWORD}),
    ]

    assert {(answer.status_code, error_of(answer).code) for answer in answers} == {(409, "TWO_FACTOR_NOT_SET_UP")}


async def test_the_password_alone_gives_no_token(ana: Person, do: Do) -> None:
    await ana.set_up_second_factor()
    before = await do("SELECT id FROM platform.sessions")

    answer = await ana.log_in()

    assert set(answer) == {"two_factor_required", "challenge", "expires_in"}
    assert answer["expires_in"] == 300
    assert await do("SELECT id FROM platform.sessions") == before


async def test_with_the_code_the_login_is_done(ana: Person, audited: Audited, tenant_id: TenantId) -> None:
    secret, _ = await ana.set_up_second_factor()

    answer = await ana.verify(await challenge_of(ana), next_code_of(secret))

    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert (await ana.calling(answer.json()).get(ME)).status_code == 200
    assert (await audited(tenant_id))[-1] == "user.logged_in"


async def test_a_code_is_good_once(ana: Person) -> None:
    secret, _ = await ana.set_up_second_factor()
    code = next_code_of(secret)
    assert (await ana.verify(await challenge_of(ana), code)).status_code == 200

    again = await ana.verify(await challenge_of(ana), code)

    assert (again.status_code, error_of(again).code) == (401, "SECOND_FACTOR_REFUSED")


async def test_of_many_with_the_same_code_at_once_one_gets_in(ana: Person) -> None:
    secret, _ = await ana.set_up_second_factor()
    challenges = [await challenge_of(ana) for _ in range(4)]
    code = next_code_of(secret)

    answers = await asyncio.gather(*(ana.verify(challenge, code) for challenge in challenges))

    assert Counter(answer.status_code for answer in answers) == {200: 1, 401: 3}


async def test_a_recovery_code_is_good_once_however_it_is_typed(ana: Person) -> None:
    _, codes = await ana.set_up_second_factor()

    first = await ana.verify(await challenge_of(ana), f" {codes[0].upper()} ")
    again = await ana.verify(await challenge_of(ana), codes[0].replace("-", ""))

    assert (first.status_code, again.status_code) == (200, 401)
    assert (await ana.verify(await challenge_of(ana), codes[1])).status_code == 200


async def test_five_wrong_codes_and_the_challenge_is_over(ana: Person) -> None:
    secret, _ = await ana.set_up_second_factor()
    challenge = await challenge_of(ana)
    for number in range(5):
        assert (await ana.verify(challenge, NO_CODE, ip=f"198.{18 + number}.0.1")).status_code == 401

    answer = await ana.verify(challenge, next_code_of(secret), ip="198.51.100.9")

    assert (answer.status_code, error_of(answer).code) == (401, "CHALLENGE_OVER")


async def test_codes_are_guessed_no_faster_than_passwords(ana: Person) -> None:
    await ana.set_up_second_factor()

    answers = [await ana.verify(await challenge_of(ana), NO_CODE) for _ in range(7)]

    assert [answer.status_code for answer in answers] == [401] * 5 + [429] * 2
    assert int(answers[-1].headers["retry-after"]) > 0


async def test_nor_from_many_addresses(ana: Person) -> None:
    await ana.set_up_second_factor()

    answers = [await ana.verify(await challenge_of(ana), NO_CODE, ip=f"198.{18 + number}.0.1") for number in range(12)]

    assert Counter(answer.status_code for answer in answers) == {401: 10, 429: 2}


async def test_a_wrong_code_is_written_down(ana: Person, audited: Audited, tenant_id: TenantId) -> None:
    await ana.set_up_second_factor()
    await ana.verify(await challenge_of(ana), NO_CODE)

    assert (await audited(tenant_id))[-1] == "user.login_refused"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE platform.users SET is_active = false",
        "UPDATE platform.users SET password_hash = password_hash || 'changed'",
        "UPDATE platform.users SET totp_enabled_at = NULL, totp_sealed = NULL",
        "UPDATE platform.tenants SET status = 'cancelled' WHERE slug <> 'platform'",
    ],
)
async def test_a_challenge_is_worth_nothing_when_things_have_changed(ana: Person, do: Do, sql: str) -> None:
    secret, _ = await ana.set_up_second_factor()
    challenge = await challenge_of(ana)
    await do(sql)

    answer = await ana.verify(challenge, next_code_of(secret))

    assert (answer.status_code, error_of(answer).code) == (401, "CHALLENGE_OVER")


async def test_a_challenge_lasts_five_minutes(ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import timedelta  # noqa: PLC0415

    from application.identity import two_factor_challenge  # noqa: PLC0415

    secret, _ = await ana.set_up_second_factor()
    monkeypatch.setattr(two_factor_challenge, "LIFETIME", timedelta())
    challenge = await challenge_of(ana)

    answer = await ana.verify(challenge, next_code_of(secret))

    assert (answer.status_code, error_of(answer).code) == (401, "CHALLENGE_OVER")


@pytest.mark.parametrize("text", ["", "x", "AAAA", "é", "=" * 10, "A" * 999, "../../etc", "AgAAAAE" + "A" * 200])
async def test_anything_else_is_no_challenge(ana: Person, text: str) -> None:
    answer = await ana.verify(text, NO_CODE)

    assert (answer.status_code, error_of(answer).code) == (401, "CHALLENGE_OVER")


async def test_a_challenge_is_no_token(ana: Person, knock: Knock) -> None:
    await ana.set_up_second_factor()
    challenge = await challenge_of(ana)

    assert (await knock(token=challenge).get(ME)).status_code == 401
    assert (await ana.refresh(challenge)).status_code == 401


async def test_recovery_codes_are_renewed_and_the_old_ones_are_worth_nothing(
    ana: Person, audited: Audited, tenant_id: TenantId
) -> None:
    secret, old = await ana.set_up_second_factor()
    me = ana.calling((await ana.verify(await challenge_of(ana), next_code_of(secret))).json())

    wrong = await me.post(CODES, json={"code": NO_CODE})
    answer = await me.post(CODES, json={"code": old[0]})

    assert (wrong.status_code, error_of(wrong).code) == (422, "CODE_REFUSED")
    assert (answer.status_code, len(answer.json()["recovery_codes"])) == (200, 10)
    assert (await audited(tenant_id))[-1] == "recovery_codes.renewed"
    assert (await ana.verify(await challenge_of(ana), old[1])).status_code == 401
    assert (await ana.verify(await challenge_of(ana), answer.json()["recovery_codes"][0])).status_code == 200


async def test_it_is_disabled_with_password_and_code_only(
    ana: Person, do: Do, audited: Audited, tenant_id: TenantId
) -> None:
    secret, codes = await ana.set_up_second_factor()
    me = ana.calling((await ana.verify(await challenge_of(ana), next_code_of(secret))).json())

    wrong = [
        await me.post(DISABLE, json={"password": "wrong", "code": codes[0]}),
        await me.post(DISABLE, json={"password": PASSWORD, "code": NO_CODE}),
    ]
    answer = await me.post(DISABLE, json={"password": PASSWORD, "code": codes[0]})

    assert {(one.status_code, error_of(one).code) for one in wrong} == {(422, "CODE_REFUSED")}
    assert answer.status_code == 204
    assert "access_token" in await ana.log_in()
    assert (await audited(tenant_id))[-2] == "two_factor.disabled"
    assert await do("SELECT 1 FROM platform.recovery_codes") == []


async def test_five_wrong_tries_to_disable_it_and_then_a_wait(ana: Person) -> None:
    secret, codes = await ana.set_up_second_factor()
    me = ana.calling((await ana.verify(await challenge_of(ana), next_code_of(secret))).json())
    for _ in range(5):
        await me.post(DISABLE, json={"password": "wrong", "code": codes[0]})

    assert (await me.post(DISABLE, json={"password": PASSWORD, "code": codes[0]})).status_code == 429


async def require_two_factor(do: Do) -> None:
    policy = '{"security": {"two_factor_required": true}}'
    await do(f"UPDATE platform.tenants SET settings = '{policy}' WHERE slug <> 'platform'")  # noqa: S608


async def test_where_the_company_asks_for_it_nothing_else_is_allowed_before(ana: Person, do: Do) -> None:
    await require_two_factor(do)
    tokens = await ana.log_in()
    me = ana.calling(tokens)

    assert tokens["needs_two_factor"]
    refused = await me.get("/api/v1/flows")
    assert (refused.status_code, error_of(refused).code) == (403, "TWO_FACTOR_REQUIRED")
    assert (await me.get(ME)).status_code == (await me.get(SESSIONS)).status_code == 200
    secret = (await me.post(SETUP)).json()["secret"]
    assert (await me.post(ENABLE, json={"code": code_of(secret)})).status_code == 200
    assert (await me.get("/api/v1/flows")).status_code == 200
    assert (await me.post(LOGOUT)).status_code == 204


async def test_where_the_company_asks_for_it_doing_without_leaves_only_setting_up(ana: Person, do: Do) -> None:
    secret, codes = await ana.set_up_second_factor()
    await require_two_factor(do)
    me = ana.calling((await ana.verify(await challenge_of(ana), next_code_of(secret))).json())

    await me.post(DISABLE, json={"password": PASSWORD, "code": codes[0]})

    assert (await me.get("/api/v1/flows")).status_code == 403
    assert (await me.post(SETUP)).status_code == 200


async def test_an_operator_has_a_second_factor_too(operator: Person) -> None:
    secret, _ = await operator.set_up_second_factor()

    answer = await operator.verify(await challenge_of(operator), next_code_of(secret))

    assert (await operator.calling(answer.json()).get(ME)).json()["two_factor_enabled"]
