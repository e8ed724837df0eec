"""What is one company's never reaches another, and what is about an account is kept."""

import asyncpg
import pytest

from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"


@pytest.fixture
async def neighbour(spine: Spine, owner: asyncpg.Pool) -> Spine:
    """Another company on the same server, with a number of its own."""
    other = Spine(spine.container, clock=spine.clock, world=spine.world, owner=owner)
    await other.found_company(number_id=wire.OTHER_NUMBER_ID, account_id=wire.OTHER_ACCOUNT_ID)
    return other


@pytest.mark.usefixtures("neighbour")
async def test_message_to_a_number_stays_with_its_company(spine: Spine) -> None:
    await spine.says(PHONE, "oi")

    await spine.drain()

    assert await spine.column("SELECT DISTINCT tenant_id FROM messages") == [spine.tenant_id]


async def test_message_starts_no_flow_of_another_company(spine: Spine, neighbour: Spine) -> None:
    await neighbour.run(flows.echo())

    await spine.says(PHONE, "oi")
    await spine.drain()

    assert spine.sent() == []


@pytest.mark.usefixtures("neighbour")
async def test_message_to_anothers_number_on_our_path_does_not_reach_them(spine: Spine) -> None:
    message = wire.text("wamid.1", "oi", phone=PHONE, at=spine.now)

    await spine.deliver(wire.envelope(wire.change(number_id=wire.OTHER_NUMBER_ID, messages=[message])))
    await spine.drain()

    assert await spine.rows("SELECT * FROM messages") == []


@pytest.mark.usefixtures("neighbour")
async def test_message_to_anothers_number_on_our_path_can_be_seen(spine: Spine) -> None:
    message = wire.text("wamid.1", "oi", phone=PHONE, at=spine.now)

    await spine.deliver(wire.envelope(wire.change(number_id=wire.OTHER_NUMBER_ID, messages=[message])))
    await spine.drain()

    assert await spine.one("SELECT count(*) FROM platform.dead_letters") == 1


async def test_same_person_at_two_companies_is_two_contacts(spine: Spine, neighbour: Spine) -> None:
    message = wire.text("wamid.1", "oi", phone=PHONE, at=spine.now)

    await spine.sends(message)
    await neighbour.deliver(
        wire.envelope(wire.change(number_id=wire.OTHER_NUMBER_ID, messages=[message]), account_id=wire.OTHER_ACCOUNT_ID)
    )
    await spine.drain()

    for company in (spine, neighbour):
        assert await company.one("SELECT count(*) FROM contacts WHERE tenant_id = $1", company.tenant_id) == 1


async def test_status_with_anothers_message_id_does_not_touch_it(spine: Spine, neighbour: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi")
    await spine.drain()
    [send] = spine.sent()
    forged = wire.status("wamid.x", "failed", phone=PHONE, at=spine.now, echo=send.biz_opaque_callback_data, error=1)

    await neighbour.deliver(
        wire.envelope(wire.change(number_id=wire.OTHER_NUMBER_ID, statuses=[forged]), account_id=wire.OTHER_ACCOUNT_ID)
    )
    await spine.drain()

    assert await spine.column("SELECT status FROM messages WHERE direction = 'outbound'") == ["sent"]


async def test_change_of_the_account_is_kept_as_a_notice(spine: Spine) -> None:
    change: wire.Wire = {"field": "account_update", "value": {"event": "ACCOUNT_RESTRICTION"}}

    await spine.deliver(wire.envelope(change))
    await spine.drain()

    assert await spine.column("SELECT field FROM provider_notices") == ["account_update"]


@pytest.mark.usefixtures("neighbour")
async def test_change_of_anothers_account_is_not_kept_with_us(spine: Spine) -> None:
    change: wire.Wire = {"field": "account_update", "value": {"event": "ACCOUNT_RESTRICTION"}}

    await spine.deliver(wire.envelope(change, account_id=wire.OTHER_ACCOUNT_ID))
    await spine.drain()

    assert await spine.rows("SELECT * FROM provider_notices") == []
