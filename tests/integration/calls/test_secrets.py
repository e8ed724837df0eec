"""Secrets of a company: sealed, told to nobody, and sent to their hosts only."""

import pytest

from application.calls.remove_secret import RemoveSecret
from application.calls.set_secret import SetSecret, SetSecretHandler
from application.keys.rotate_master_key import RotateMasterKey
from domain.calls.errors import SecretNotFoundError
from domain.shared.errors import InvalidError, StaleVersionError
from tests.integration.calls.outside import PHONE, Outside, asks_outside, begin, perform
from tests.integration.spine.spine import Spine

VALUE = "canary-4f1c9d0e"
HEADERS = {"headers": {"Authorization": "Bearer {{secrets.TOKEN}}", "X-Name": "{{contact.name}}"}}


async def keep(spine: Spine, *hosts: str, value: str = VALUE, version: int | None = None) -> None:
    handler = await spine.container.get(SetSecretHandler)
    command = SetSecret(name="TOKEN", value=value, hosts=hosts or ("127.0.0.1",), version=version)
    await handler(await spine.agent(), command)


async def test_a_secret_is_put_in_by_whoever_sends_it(spine: Spine, outside: Outside) -> None:
    await keep(spine)
    await begin(spine, asks_outside(outside.url, **HEADERS))
    await perform(spine)

    assert f"Authorization: Bearer {VALUE}\r\n".encode() in outside.asked[0]
    assert spine.answers(PHONE) == ["Saldo 10"]
    [used] = await spine.column("SELECT last_used_at FROM secrets")
    assert used == spine.now
    kept = await spine.rows(
        "SELECT request::text AS text FROM flow_calls UNION ALL SELECT trace::text FROM flow_sprints"
        " UNION ALL SELECT state::text FROM flow_sessions UNION ALL SELECT encode(value_sealed, 'escape') FROM secrets"
        " UNION ALL SELECT convert_from(details, 'utf8') FROM (SELECT after::text::bytea AS details FROM audit_log) a"
    )
    assert [row for row in kept if row["text"] is not None and VALUE in row["text"]] == []


@pytest.mark.parametrize(("hosts", "code"), [(("api.example.com",), "secret_for_other_hosts"), ((), "secret_missing")])
async def test_a_secret_goes_to_its_hosts_only(
    spine: Spine, outside: Outside, hosts: tuple[str, ...], code: str
) -> None:
    await keep(spine, *hosts)
    await begin(spine, asks_outside(outside.url, **HEADERS))
    if not hosts:
        remove = await spine.container.get(RemoveSecret)
        await remove(await spine.agent(), "TOKEN")
    await perform(spine)

    assert (outside.asked, spine.answers(PHONE)) == ([], ["Tente depois"])
    assert await spine.column("SELECT error_code FROM flow_calls") == [code]


async def test_what_the_contact_writes_names_no_secret(spine: Spine, outside: Outside) -> None:
    await keep(spine)
    document = asks_outside(outside.url, headers={"X-Said": "{{response}}"})
    await spine.run(document)
    await spine.says(PHONE, "{{secrets.TOKEN}}")
    await spine.drain()
    await perform(spine)

    assert b"X-Said: {{secrets.TOKEN}}\r\n" in outside.asked[0]
    assert VALUE.encode() not in outside.asked[0]


async def test_a_secret_is_renewed_with_its_hosts_and_removed(spine: Spine, outside: Outside) -> None:
    await keep(spine)
    await keep(spine, value="another", version=0)
    with pytest.raises(StaleVersionError):
        await keep(spine, version=0)
    with pytest.raises(InvalidError):
        await keep(spine, "http://a.example")
    rotate = await spine.container.get(RotateMasterKey)
    assert [step.unreadable async for step in rotate()][-1] == ()
    await begin(spine, asks_outside(outside.url, **HEADERS))
    await perform(spine)
    assert b"Bearer another\r\n" in outside.asked[0]

    remove = await spine.container.get(RemoveSecret)
    await remove(await spine.agent(), "TOKEN")
    with pytest.raises(SecretNotFoundError):
        await remove(await spine.agent(), "TOKEN")

    told = await spine.column("SELECT action FROM audit_log WHERE action LIKE 'secret.%' ORDER BY id")
    assert told == ["secret.set", "secret.set", "secret.removed"]
