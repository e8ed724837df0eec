"""Secrets and hosts: what they may be, and when a host rests."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.calls.host import RESTS_AFTER, RESTS_FOR, ApiHost
from domain.calls.secret import MAX_HOSTS, MAX_VALUE, is_secret_name, read_hosts, wrong_in_secret

AT = datetime(2026, 8, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": "1A"}, "name"),
        ({"name": "A B"}, "name"),
        ({"name": "A" * 64}, "name"),
        ({"value": " "}, "value"),
        ({"value": "a\r\nHost: b"}, "value"),
        ({"value": "é"}, "value"),
        ({"value": "a" * (MAX_VALUE + 1)}, "value"),
        ({"hosts": []}, "hosts"),
        ({"hosts": ["a.example"] * (MAX_HOSTS + 1)}, "hosts"),
        ({"hosts": ["a.example", "https://b.example"]}, "hosts[1]"),
        ({"hosts": ["*.example"]}, "hosts[0]"),
        ({"hosts": ["a.example:8080"]}, "hosts[0]"),
    ],
)
def test_what_is_wrong_is_named(given: dict[str, object], field: str) -> None:
    right: dict[str, object] = {"name": "TOKEN_2", "value": "Bearer x", "hosts": ["api.example.com"]}

    assert wrong_in_secret(**right) == ()  # type: ignore[arg-type]  # as each case says
    assert [wrong.field for wrong in wrong_in_secret(**{**right, **given})] == [field]  # type: ignore[arg-type]  # likewise


def test_hosts_are_kept_once_as_they_are_looked_up() -> None:
    assert read_hosts([" API.Example.com ", "api.example.com", "açaí.com"]) == ("api.example.com", "xn--aa-4iaz.com")
    assert is_secret_name("Pix_2")


def test_a_host_that_failed_often_and_lately_rests() -> None:
    host = ApiHost(host="a.example", failures_in_a_row=RESTS_AFTER, last_failure_at=AT)

    assert host.is_resting(now=AT + RESTS_FOR - timedelta(seconds=1))
    assert not host.is_resting(now=AT + RESTS_FOR)
    assert not ApiHost(host="a.example", failures_in_a_row=RESTS_AFTER - 1, last_failure_at=AT).is_resting(now=AT)
