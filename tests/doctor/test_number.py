"""A number: its token, its ids, its app secret, its subscription, its verify token."""

import asyncio

import asyncpg
import pytest
from click.testing import CliRunner

from application.ports.secrets import SecretBox
from application.whatsapp.credentials import place
from entrypoints.cli.doctor import loop_back
from entrypoints.cli.main import main
from tests.doctor.clinic import Clinic, Told
from tests.doctor.fronts import front, passing_on, silent
from tests.e2e.stage import ACCOUNT_ID

BEHIND_THE_TOKEN = {
    "Aurora: number", "Aurora: app secret", "Aurora: subscription", "Aurora: callback", "Aurora: loop-back",
}  # fmt: skip
GRAPH = {"Authorization": "Bearer sim-access-token"}


async def test_an_expired_token(clinic: Clinic) -> None:
    await clinic.renew(access_token="EAA-expirado")

    told = await clinic.doctor()

    told.names("Aurora: token", seen="190", fix=f"config renew {clinic.stage.config_id} --tenant aurora-")
    assert "System users" in told.of("Aurora: token").fix
    assert told.not_tried == BEHIND_THE_TOKEN
    assert "EAA-expirado" not in str(told.findings)


async def test_a_wrong_number_id(clinic: Clinic) -> None:
    await clinic.renew(phone_number_id="700999999999999")
    await clinic.forget_routes()

    told = await clinic.doctor()

    told.names("Aurora: number", seen="100", fix="--phone-number-id")
    assert told.not_tried == BEHIND_THE_TOKEN - {"Aurora: number"}


async def test_the_id_of_another_number(clinic: Clinic) -> None:
    await clinic.set_phone("5511912345678")

    told = await clinic.doctor()

    told.names("Aurora: number", seen="this id is +55 11 95555-0100", fix="--phone-number-id")


async def test_a_wrong_account_id(clinic: Clinic) -> None:
    await clinic.renew(business_account_id="900999999999999")

    told = await clinic.doctor()

    told.names("Aurora: subscription", seen="100", fix="--business-account-id")


async def test_a_provider_that_is_away(clinic: Clinic) -> None:
    told = await clinic.doctor(WHATSAPP_BASE_URL="http://127.0.0.1:9")

    told.names("Aurora: provider", seen="NEVER_SENT", fix="WHATSAPP_BASE_URL")


async def test_an_app_that_is_not_subscribed(clinic: Clinic) -> None:
    answer = await clinic.stage.simulator.delete(f"/v25.0/{ACCOUNT_ID}/subscribed_apps", headers=GRAPH)
    answer.raise_for_status()

    told = await clinic.doctor()

    told.names("Aurora: subscription", seen="does not get this account's webhooks", fix="pytake config subscribe")
    assert f"{clinic.stage.config_id} --tenant aurora-" in told.of("Aurora: subscription").fix
    assert told.not_tried == {"Aurora: callback", "Aurora: loop-back"}


async def test_webhooks_that_go_elsewhere(clinic: Clinic) -> None:
    path = f"/api/v1/whatsapp/webhook/{clinic.stage.config_id}"
    async with front(passing_on(clinic.stage.settings.public_url)) as old_address:
        body = {"override_callback_uri": f"{old_address}{path}", "verify_token": "sim-verify-token"}
        answer = await clinic.stage.simulator.post(f"/v25.0/{ACCOUNT_ID}/subscribed_apps", json=body, headers=GRAPH)
        answer.raise_for_status()
        told = await clinic.doctor()

    told.names("Aurora: callback", seen=f"the webhooks go to {old_address}{path}", fix="pytake config subscribe")
    assert told.not_tried == {"Aurora: loop-back"}


async def test_a_wrong_app_secret(clinic: Clinic) -> None:
    await clinic.renew(app_secret="de-outro-app")
    await clinic.forget_routes()

    told = await clinic.doctor()

    told.names("Aurora: app secret", seen="not that of the token's app", fix="App settings, Basic")
    assert told.not_tried == {"Aurora: subscription", "Aurora: callback", "Aurora: loop-back"}
    assert "de-outro-app" not in str(told.findings)


async def test_an_app_secret_that_the_servers_do_not_have(clinic: Clinic, owner: asyncpg.Connection) -> None:
    told = await doctor_of_resealed(clinic, owner, app_secret="de-outro-app")

    told.names("Aurora: webhook", seen="a rightly signed body is refused", fix="--app-secret")
    assert told.not_tried == {"Aurora: loop-back"}


async def test_a_wrong_verify_token(clinic: Clinic, owner: asyncpg.Connection) -> None:
    told = await doctor_of_resealed(clinic, owner, verify_token="de-outrora")

    told.names("Aurora: verify token", seen="another verify token", fix="--verify-token; pytake config subscribe")
    assert told.not_tried == set()


async def test_a_wrong_verify_token_of_the_shared_address(clinic: Clinic) -> None:
    told = await clinic.doctor(WHATSAPP_VERIFY_TOKEN="de-outrora")

    told.names("shared verify token", seen="another verify token", fix="Set the same WHATSAPP_VERIFY_TOKEN")
    assert told.not_tried == set()
    assert "de-outrora" not in str(told.findings)


async def test_a_simulator_that_signs_with_another_secret(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop_back, "ROUND_TRIP", 1.0)
    await clinic.stage.fault(webhooks={"bad_signature": True})

    told = await clinic.doctor()

    told.names("Aurora: loop-back", seen="answered 401", fix="--app-secret")


async def test_what_was_entered_again_works(clinic: Clinic) -> None:
    await clinic.renew(access_token="EAA-expirado", app_secret="de-outro-app", phone_number_id="700999999999999")
    await clinic.renew(access_token="sim-access-token", app_secret="sim-app-secret", phone_number_id="700111222333444")
    await clinic.forget_routes()

    assert (await clinic.doctor()).exit_code == 0


async def test_a_token_is_entered_without_being_shown(clinic: Clinic) -> None:
    await clinic.renew(access_token="EAA-expirado")
    slug = (await clinic.doctor()).of("Aurora: token").fix.partition("--tenant ")[2].split()[0]
    command = ["config", "renew", str(clinic.stage.config_id), "--tenant", slug, "--access-token"]

    result = await asyncio.to_thread(
        CliRunner().invoke, main, command, input="sim-access-token\n", env=clinic.environment
    )

    assert result.exit_code == 0, result.output
    assert "sim-access-token" not in result.output
    assert (await clinic.doctor()).exit_code == 0


async def test_a_company_that_does_not_exist(clinic: Clinic) -> None:
    exit_code, output = await clinic.invoke("--tenant", "nobody")

    assert exit_code == 1
    assert "No company has the slug 'nobody'" in output


async def test_a_provider_that_hangs(clinic: Clinic) -> None:
    async with silent() as place:
        told = await clinic.doctor("--within", "4", WHATSAPP_BASE_URL=f"http://{place}")

    told.names("time", seen="4 s were not enough", fix="--tenant")


async def doctor_of_resealed(clinic: Clinic, owner: asyncpg.Connection, **columns: str) -> Told:
    """Give the servers other secrets than the number has, as a half restored backup does, and ask the doctor.

    Whoever saves the number mends that: a worker may, for what happened before. Then it is broken anew.
    """
    box: SecretBox = await clinic.container.get(SecretBox)
    stage = clinic.stage
    sealed = {
        column: await box.seal(secret, tenant_id=stage.tenant_id, place=place(stage.config_id, column))
        for column, secret in columns.items()
    }
    for _ in range(5):
        for column, other in sealed.items():
            change = f"UPDATE platform.webhook_routes SET {column}_sealed = $1 WHERE config_id = $2"  # noqa: S608 - ours
            await owner.execute(change, other, stage.config_id)
        await clinic.forget_routes()
        told = await clinic.doctor()
        row = await owner.fetchrow("SELECT * FROM platform.webhook_routes WHERE config_id = $1", stage.config_id)
        if row is not None and all(row[f"{column}_sealed"] == other for column, other in sealed.items()):
            return told
    raise AssertionError("the number is saved again and again")
