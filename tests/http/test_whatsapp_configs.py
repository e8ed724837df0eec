import httpx
import pytest

from adapters.system.ids import SystemIds
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from entrypoints.http.whatsapp.responses import MASK
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
    broken = answer.json()["hops"][-1]
    assert set(broken["what_to_do"]) == {"pt-BR", "en"}
    assert "rede" in broken["what_to_do"]["pt-BR"]


async def test_what_is_absent_stays_and_null_takes_a_limit_away(admin: httpx.AsyncClient) -> None:
    added = await add(admin, daily_limit=100, rate_limit_per_minute=30)

    answer = await admin.put(f"{CONFIGS}/{added['id']}", json={"name": "Vendas", "daily_limit": None})

    assert answer.status_code == 200, answer.text
    changed = answer.json()
    assert (changed["name"], changed["daily_limit"], changed["rate_limit_per_minute"]) == ("Vendas", None, 30)
    assert changed["phone_number"] == added["phone_number"]


async def test_a_changed_version_is_a_conflict(admin: httpx.AsyncClient) -> None:
    added = await add(admin)

    answer = await admin.put(f"{CONFIGS}/{added['id']}", json={"name": "x"}, headers={"if-match": '"7"'})

    assert answer.status_code == 409
    assert error_of(answer).code == "VERSION_CONFLICT"


async def test_every_wrong_field_of_a_change_is_named(admin: httpx.AsyncClient) -> None:
    added = await add(admin)

    wrong = {"name": " ", "phone_number": "x", "daily_limit": 0, "access_token": " "}
    answer = await admin.put(f"{CONFIGS}/{added['id']}", json=wrong)

    assert set(error_of(answer).fields) == set(wrong)


async def test_a_number_is_switched_off_and_on(admin: httpx.AsyncClient) -> None:
    added = await add(admin)

    states = [
        (await admin.post(f"{CONFIGS}/{added['id']}/{verb}")).json()["is_active"]
        for verb in ("deactivate", "deactivate", "activate")
    ]

    assert states == [False, False, True]


async def test_a_removed_number_is_not_there_and_may_be_connected_again(admin: httpx.AsyncClient) -> None:
    added = await add(admin)

    removed = await admin.delete(f"{CONFIGS}/{added['id']}")

    assert removed.status_code == 204, removed.text
    assert (await admin.get(f"{CONFIGS}/{added['id']}")).status_code == 404
    assert (await admin.delete(f"{CONFIGS}/{added['id']}")).status_code == 404
    assert (await admin.get(CONFIGS)).json()["items"] == []
    assert (await add(admin))["id"] != added["id"]


async def test_how_a_number_is_doing_is_shown(admin: httpx.AsyncClient) -> None:
    added = await add(admin, daily_limit=50)

    answer = await admin.get(f"{CONFIGS}/{added['id']}/health")

    assert answer.status_code == 200, answer.text
    shown = answer.json()
    assert (shown["pause"], shown["failures"], shown["waiting_to_be_sent"]) == (None, [], 0)
    assert (shown["daily_limit"], shown["quality_rating"]) == (50, "unknown")


async def test_an_evolution_number_is_named_by_instance_and_server(admin: httpx.AsyncClient) -> None:
    evolution = {
        "name": "Loja",
        "api_type": "evolution",
        "api_url": "https://evo.example:8080/",
        "phone_number_id": "loja-1",
        "access_token": "evolution-key",
    }

    answer = await admin.post(CONFIGS, json=evolution)

    assert answer.status_code == 201, answer.text
    added = answer.json()
    assert (added["phone_number_id"], added["api_url"]) == ("loja-1@evo.example:8080", "https://evo.example:8080")
    assert (added["app_secret"], added["webhook_verify_token"]) == (MASK, MASK)


async def test_an_evolution_number_needs_its_server(admin: httpx.AsyncClient) -> None:
    wrong = {"name": "Loja", "api_type": "evolution", "phone_number_id": "a/b", "access_token": "k"}

    answer = await admin.post(CONFIGS, json=wrong)

    assert set(error_of(answer).fields) == {"api_url", "phone_number_id"}


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AGENT, Role.VIEWER])
async def test_only_admins_see_numbers(calling: Caller, role: Role) -> None:
    client = calling(role)

    answers = [
        await client.get(CONFIGS),
        await client.get(UNKNOWN),
        await client.post(CONFIGS, json=config()),
        await client.post(f"{UNKNOWN}/test"),
        await client.put(UNKNOWN, json={"name": "x"}),
        await client.delete(UNKNOWN),
        await client.post(f"{UNKNOWN}/activate"),
        await client.post(f"{UNKNOWN}/deactivate"),
        await client.get(f"{UNKNOWN}/health"),
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
