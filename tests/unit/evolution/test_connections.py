from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from adapters.whatsapp.evolution.signature import EvolutionSignature
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ApiType, ConnectionState, PauseReason, WhatsAppConfig
from domain.whatsapp.hear_connection import hear_connection
from domain.whatsapp.inbound import ConnectionChanged
from domain.whatsapp.instances import instance_of, is_allowed_server, is_instance_name, number_id_of

NOW = datetime(2026, 5, 20, 10, tzinfo=UTC)
OPEN = ConnectionChanged(state=ConnectionState.OPEN, phone_number="5511955550100", profile_name="Aurora")
CLOSED = ConnectionChanged(state=ConnectionState.CLOSED, reason="logged_out")
CONNECTING = ConnectionChanged(state=ConnectionState.CONNECTING)


def config() -> WhatsAppConfig:
    return WhatsAppConfig(
        id=WhatsAppConfigId(uuid4()),
        name="Atendimento",
        phone_number="5511900000000",
        phone_number_id="aurora-1@evo.example",
        business_account_id="aurora-1",
        access_token_sealed=b"a",
        app_secret_sealed=b"b",
        verify_token_sealed=b"c",
        created_at=NOW,
        api_type=ApiType.EVOLUTION,
    )


def test_an_open_phone_is_learnt_and_sends():
    number = config()

    assert hear_connection(number, OPEN, at=NOW)

    assert (number.connection, number.phone_number, number.verified_name) == (
        ConnectionState.OPEN,
        "5511955550100",
        "Aurora",
    )
    assert number.health.connection_since == NOW
    assert not number.is_paused(now=NOW)


def test_a_lost_phone_pauses_the_number_with_the_reason_until_it_is_open():
    number = config()
    hear_connection(number, OPEN, at=NOW)

    hear_connection(number, CLOSED, at=NOW + timedelta(minutes=1))

    assert number.is_paused(now=NOW + timedelta(days=300))
    assert (number.pause_reason, number.health.connection_reason) == (PauseReason.PHONE_LOST, "logged_out")

    hear_connection(number, OPEN, at=NOW + timedelta(minutes=2))

    assert not number.is_paused(now=NOW + timedelta(minutes=2))
    assert number.health.connection_reason is None


def test_a_phone_that_connects_anew_holds_the_number_for_a_minute():
    number = config()

    hear_connection(number, CONNECTING, at=NOW)

    assert number.is_paused(now=NOW)
    assert not number.is_paused(now=NOW + timedelta(minutes=2))


def test_a_pause_for_another_reason_outlives_the_phones_return():
    number = config()
    number.pause(until=NOW + timedelta(days=1), reason="misconfigured: HTTP_401")

    hear_connection(number, OPEN, at=NOW)

    assert number.is_paused(now=NOW)


@pytest.mark.parametrize("told", [OPEN, CLOSED, CONNECTING])
def test_told_twice_it_is_the_same(told: ConnectionChanged):
    number = config()
    hear_connection(number, told, at=NOW)
    number.take_events()

    assert not hear_connection(number, told, at=NOW + timedelta(hours=1))

    assert number.take_events() == []
    assert number.health.connection_since == NOW


@pytest.mark.parametrize(
    ("header", "secrets", "is_valid"),
    [
        ("s3cret", ("s3cret",), True),
        ("s3cret", ("new", "s3cret"), True),
        ("S3CRET", ("s3cret",), False),
        ("", ("",), False),
        (" ", (" ",), False),
        (None, ("s3cret",), False),
        ("çã", ("s3cret",), False),
    ],
)
def test_only_the_whole_secret_is_valid(header: str | None, secrets: tuple[str, ...], is_valid: bool):  # noqa: FBT001
    assert EvolutionSignature().is_valid(header=header, body=b"{}", secrets=secrets) is is_valid


def test_an_instance_is_named_with_its_server():
    name = number_id_of("aurora 1", api_url="https://user:pw@Evo.Example:8080/x")

    assert name == "aurora 1@evo.example:8080"
    assert instance_of(name) == "aurora 1"


@pytest.mark.parametrize("name", ["aurora-1", "a", "Aurora_2.x y"])
def test_instance_names(name: str):
    assert is_instance_name(name)


@pytest.mark.parametrize("name", ["", " a", "a ", "a/b", "a@b", "../x", "é", "x" * 101])
def test_other_names_are_none(name: str):
    assert not is_instance_name(name)


def test_only_listed_servers_are_called():
    assert is_allowed_server("https://evo.example/", allowed=("https://evo.example",))
    assert is_allowed_server("http://anything", allowed=("*",))
    assert not is_allowed_server("http://169.254.169.254", allowed=("https://evo.example",))
    assert not is_allowed_server("https://evo.example.evil", allowed=("https://evo.example",))
