import httpx
import msgspec
import pytest

from adapters.whatsapp.cloud.client import CloudGateway
from application.ports.whatsapp import Credentials, NumberInfo, ProviderRefusedError
from tests.contract.whatsapp.servers import CallbackServer, Simulator


async def test_the_number_is_told_in_our_words(gateway: CloudGateway, credentials: Credentials):
    assert await gateway.number(credentials) == NumberInfo(
        phone_number_id="700111222333444",
        display_phone_number="+55 11 95555-0100",
        verified_name="Provedor Aurora",
        quality_rating="green",
        throughput_level="standard",
        messaging_tier="tier_2k",
        callback_url=None,
        status="connected",
        name_status="approved",
        verification="verified",
        is_on_phone_app=False,
    )


async def test_the_quality_follows_meta(gateway: CloudGateway, credentials: Credentials, simulator: Simulator):
    await simulator.post("/_sim/faults", {"quality": "RED"})

    assert (await gateway.number(credentials)).quality_rating == "red"


async def test_the_app_is_subscribed_to_an_address_of_its_own(
    gateway: CloudGateway, credentials: Credentials, callback: CallbackServer
):
    await gateway.subscribe(credentials, callback_url=callback.url)

    assert await gateway.subscribed(credentials) is True
    assert (await gateway.number(credentials)).callback_url == callback.url


async def test_subscribing_without_an_address_removes_it(
    gateway: CloudGateway, credentials: Credentials, callback: CallbackServer
):
    await gateway.subscribe(credentials, callback_url=callback.url)

    await gateway.subscribe(credentials, callback_url=None)

    assert await gateway.subscribed(credentials) is True
    assert (await gateway.number(credentials)).callback_url is None


async def test_an_account_without_our_app_is_not_subscribed(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, http: httpx.AsyncClient
):
    unsubscribed = await http.delete(
        f"{simulator.url}/v26.0/{credentials.business_account_id}/subscribed_apps",
        headers={"Authorization": f"Bearer {credentials.access_token}"},
    )
    assert unsubscribed.status_code == 200

    assert await gateway.subscribed(credentials) is False


async def test_an_address_that_does_not_answer_the_challenge_is_refused(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator
):
    with pytest.raises(ProviderRefusedError) as refused:
        await gateway.subscribe(credentials, callback_url=f"{simulator.url}/_sim/health")

    assert refused.value.code == "100"


@pytest.mark.parametrize(
    ("url", "verify_token", "code"),
    [("https://x.example/" + "a" * 200, "v", "CALLBACK_TOO_LONG"), ("https://x.example", None, "NO_VERIFY_TOKEN")],
)
async def test_an_address_that_meta_cannot_take_is_refused_here(
    gateway: CloudGateway, credentials: Credentials, url: str, verify_token: str | None, code: str
):
    given = msgspec.structs.replace(credentials, verify_token=verify_token)

    with pytest.raises(ProviderRefusedError) as refused:
        await gateway.subscribe(given, callback_url=url)

    assert refused.value.code == code


async def test_a_wrong_token_is_refused_with_metas_code(gateway: CloudGateway, credentials: Credentials):
    wrong = msgspec.structs.replace(credentials, access_token="EAAerrado0123456789")

    with pytest.raises(ProviderRefusedError) as refused:
        await gateway.number(wrong)

    assert refused.value.code == "190"
    assert "EAAerrado" not in str(refused.value)


async def test_the_app_secret_is_that_of_the_tokens_app(gateway: CloudGateway, credentials: Credentials):
    assert await gateway.has_app_secret(credentials) is True


@pytest.mark.parametrize("secrets", [("another",), ()])
async def test_another_app_secret_is_told(gateway: CloudGateway, credentials: Credentials, secrets: tuple[str, ...]):
    assert await gateway.has_app_secret(msgspec.structs.replace(credentials, app_secrets=secrets)) is False


async def test_a_refused_token_is_not_taken_for_a_wrong_secret(gateway: CloudGateway, credentials: Credentials):
    with pytest.raises(ProviderRefusedError) as refused:
        await gateway.has_app_secret(msgspec.structs.replace(credentials, access_token="EAAwrong"))

    assert refused.value.code == "190"
