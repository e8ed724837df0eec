import httpx
import pytest

from adapters.system.ids import SystemIds
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from entrypoints.http.responses import MASK
from tests.http.calls import config, error_of
from tests.http.conftest import Caller

CONFIGS = "/api/v1/whatsapp-configs"
UNKNOWN = f"{CONFIGS}/0198a000-0000-7000-8000-000000000009"


async def add(client: httpx.AsyncClient, **changes: object) -> dict[str, object]:
    answer = await client.post(CONFIGS, json=config(**changes))
    assert answer.status_code == 201, answer.text
    added: dict[str, object] = answer.json()
    return added


async def test_secrets_go_in_and_never_come_out(admin: httpx.AsyncClient) -> None:
    added = await add(admin)
    shown = [
        await admin.get(f"{CONFIGS}/{added['id']}"),
        await admin.get(CONFIGS),
    ]

    assert (added["access_token"], added["app_secret"], added["webhook_verify_token"]) == (MASK, MASK, MASK)
    assert shown[0].json() == added
    assert shown[1].json()["items"] == [added]
    assert not any(secret in answer.text for answer in shown for secret in ("EAAJB", "config-app", "config-verify"))


async def test_a_taken_number_is_a_conflict(admin: httpx.AsyncClient) -> None:
    await add(admin)

    answer = await admin.post(CONFIGS, json=config(name="Outro"))

    assert answer.status_code == 409
    assert error_of(answer).code == "WHATSAPP_NUMBER_TAKEN"


async def test_every_wrong_field_is_named_at_once(admin: httpx.AsyncClient) -> None:
    answer = await admin.post(CONFIGS, json=config(name=" ", phone_number="x", messages_per_second=0))

    assert answer.status_code == 422
    assert set(error_of(answer).fields) == {"name", "phone_number", "messages_per_second"}


async def test_an_unreachable_provider_is_told_and_is_no_error(admin: httpx.AsyncClient) -> None:
    added = await add(admin)

    answer = await admin.post(f"{CONFIGS}/{added['id']}/test")

    assert answer.status_code == 200, answer.text
    assert answer.json()["ok"] is False
    assert [hop["name"] for hop in answer.json()["hops"]] == ["secrets", "provider"]


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AGENT, Role.VIEWER])
async def test_only_admins_see_numbers(calling: Caller, role: Role) -> None:
    client = calling(role)

    answers = [
        await client.get(CONFIGS),
        await client.get(UNKNOWN),
        await client.post(CONFIGS, json=config()),
        await client.post(f"{UNKNOWN}/test"),
    ]

    assert {answer.status_code for answer in answers} == {403}


async def test_other_tenants_numbers_are_404(admin: httpx.AsyncClient, calling: Caller, ids: SystemIds) -> None:
    added = await add(admin)
    stranger = calling(Role.ADMIN, tenant=TenantId(ids.new()))

    answers = [
        await stranger.get(f"{CONFIGS}/{added['id']}"),
        await stranger.post(f"{CONFIGS}/{added['id']}/test"),
        await stranger.get(UNKNOWN),
    ]

    assert {error_of(answer).code for answer in answers} == {"WHATSAPP_CONFIG_NOT_FOUND"}
    assert (await stranger.get(CONFIGS)).json()["items"] == []
