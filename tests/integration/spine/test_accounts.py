"""What Meta tells of numbers and accounts: written down, told, and a number that must not send is still."""

from datetime import timedelta

import pytest

from application.whatsapp.hear_notice import RefreshNumberOf
from application.whatsapp.refresh_number import RefreshNumber
from domain.identity.permissions import Permission, Role
from domain.whatsapp.config import UNTIL_LIFTED
from tests.contract.repositories.stored import a_user
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
_CONFIG = "SELECT * FROM whatsapp_configs"


async def tells(spine: Spine, field: str, **value: object) -> None:
    webhook = {"id": wire.ACCOUNT_ID, "time": int(spine.now.timestamp()), "changes": [{"field": field, "value": value}]}
    await spine.deliver({"object": "whatsapp_business_account", "entry": [webhook]})
    await spine.drain()


async def config(spine: Spine) -> dict[str, object]:
    return dict((await spine.rows(_CONFIG))[0])


async def events(spine: Spine, kind: str) -> int:
    found = await spine.one("SELECT count(*) FROM platform.events WHERE type = $1", kind)
    assert isinstance(found, int)
    return found


async def test_a_banned_account_sends_nothing_until_it_is_back(spine: Spine) -> None:
    await spine.run(flows.echo())
    await tells(spine, "account_update", event="DISABLED_UPDATE", ban_info={"waba_ban_state": "DISABLE"})
    paused = await config(spine)
    await spine.says(PHONE, "oi")
    await spine.drain()
    silent = spine.answers(PHONE)

    await spine.advance(timedelta(minutes=1))
    await tells(spine, "account_update", event="DISABLED_UPDATE", ban_info={"waba_ban_state": "REINSTATE"})

    assert (paused["pause_reason"], paused["paused_until"]) == ("account_banned", UNTIL_LIFTED)
    assert silent == []
    assert spine.answers(PHONE) == ["Recebido: oi"]
    assert (await config(spine))["pause_reason"] is None
    assert await events(spine, "whatsapp_config_updated") == 2


async def test_a_ban_that_is_delivered_late_does_not_undo_its_end(spine: Spine) -> None:
    ban = {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "DISABLE"}}
    earlier = int((spine.now - timedelta(hours=1)).timestamp())
    await tells(spine, "account_update", event="DISABLED_UPDATE", ban_info={"waba_ban_state": "REINSTATE"})

    late = {"id": wire.ACCOUNT_ID, "time": earlier, "changes": [{"field": "account_update", "value": ban}]}
    await spine.deliver({"object": "whatsapp_business_account", "entry": [late]})
    await spine.drain()

    assert (await config(spine))["paused_until"] is None


@pytest.mark.parametrize(
    ("kind", "is_paused"),
    [("RESTRICTED_BIZ_INITIATED_MESSAGING", False), ("RESTRICTED_CUSTOMER_INITIATED_MESSAGING", True)],
)
async def test_only_a_restriction_that_forbids_answers_stops_them(spine: Spine, kind: str, *, is_paused: bool) -> None:
    ends = spine.now + timedelta(days=7)
    restriction = {"restriction_type": kind, "expiration": int(ends.timestamp())}

    await tells(spine, "account_update", event="ACCOUNT_RESTRICTION", restriction_info=[restriction])

    assert ((await config(spine))["paused_until"] is not None) is is_paused


async def test_quality_and_limits_are_written_down_for_the_number_that_is_meant(spine: Spine) -> None:
    await spine.add_number(number_id=wire.OTHER_NUMBER_ID)
    display = str(await spine.one(f"SELECT phone_number FROM whatsapp_configs WHERE id = '{spine.config_id}'"))  # noqa: S608

    await tells(
        spine, "phone_number_quality_update", display_phone_number=display, event="FLAGGED", current_limit="TIER_250"
    )
    await tells(spine, "business_capability_update", max_daily_conversations_per_business=2000)

    rows = await spine.rows("SELECT id, quality_rating, messaging_tier FROM whatsapp_configs ORDER BY created_at, id")
    by_number = {row["id"]: (row["quality_rating"], row["messaging_tier"]) for row in rows}
    assert by_number.pop(spine.config_id) == ("red", "tier_2k")
    assert list(by_number.values()) == [("unknown", "tier_2k")]


async def test_a_name_is_accepted_or_refused(spine: Spine) -> None:
    await tells(
        spine, "phone_number_name_update", decision="REJECTED", requested_verified_name="A Melhor",
        rejection_reason="NAME_NOT_ALLOWED",
    )  # fmt: skip

    told = await spine.rows(
        "SELECT health ->> 'name_status' AS s, health ->> 'name_refused_because' AS b FROM whatsapp_configs"
    )
    assert [(row["s"], row["b"]) for row in told] == [("rejected", "name_not_allowed")]


async def test_what_nobody_knows_is_kept_as_it_came(spine: Spine) -> None:
    await tells(spine, "account_update", event="SOMETHING_NEW", more={"a": 1})

    assert await spine.column("SELECT payload ->> 'event' FROM provider_notices") == ["SOMETHING_NEW"]
    assert await events(spine, "whatsapp_config_updated") == 0


async def test_a_daily_limit_lets_the_rest_wait_for_tomorrow(spine: Spine) -> None:
    await spine.run(flows.echo())
    await set_limit(spine, 2)
    for number in range(3):
        await spine.says(f"551198888700{number}", "oi")

    await spine.drain()
    today = len(spine.sent())
    paused = await config(spine)
    await spine.advance(paused["paused_until"] - spine.now)  # type: ignore[operator]
    await spine.drain()

    assert today == 2
    assert paused["pause_reason"] == "daily_limit_reached"
    assert len(spine.sent()) == 3
    assert (await config(spine))["pause_reason"] is None


async def set_limit(spine: Spine, limit: int) -> None:
    uow = await spine.uow()
    async with uow(spine.tenant_id) as tx:
        config = await tx.whatsapp_configs.get(spine.config_id)
        config.daily_limit = limit
        await tx.whatsapp_configs.save(config)


async def test_the_provider_is_asked_how_a_number_is_doing(spine: Spine) -> None:
    refresh = await spine.container.get(RefreshNumber)
    await tells(spine, "account_update", event="DISABLED_UPDATE", ban_info={"waba_ban_state": "DISABLE"})

    await refresh(RefreshNumberOf(tenant_id=spine.tenant_id, config_id=spine.config_id))

    now = await config(spine)
    assert (now["quality_rating"], now["messaging_tier"], now["verified_name"]) == (
        "green",
        "tier_2k",
        "Provedor Aurora",
    )
    assert now["pause_reason"] is None, "a number that is connected is not banned, whatever webhook was lost"


async def test_those_who_manage_numbers_are_told(spine: Spine) -> None:
    uow = await spine.uow()
    manager, agent = (a_user(spine.tenant_id, role=role) for role in (Role.ADMIN, Role.AGENT))
    async with uow(spine.tenant_id) as tx:
        for user in (manager, agent):
            await tx.users.add(user)
        assert await tx.users.who_may(Permission.WHATSAPP_MANAGE) == [manager.id]

    await tells(spine, "account_review_update", decision="REJECTED")

    [told] = await spine.rows("SELECT data FROM platform.events WHERE type = 'notification'")
    assert str(manager.id) in str(told["data"])
    assert str(agent.id) not in str(told["data"])
