"""The plan's messages of the month: counted as they go out, and what is beyond them fails where people see it."""

from tests.integration.spine import flows
from tests.integration.spine.spine import Spine

PHONE = "5511955550001"
USED = "SELECT used FROM platform.usage WHERE metric = 'messages_per_month'"
LIMIT = """UPDATE platform.tenants SET limits = '{"messages_per_month": 1}' WHERE id = $1"""


async def test_what_goes_out_is_counted(spine: Spine) -> None:
    await spine.run(flows.echo())

    await spine.says(PHONE, "oi")
    await spine.drain()

    assert await spine.column(USED) == [len(spine.sent())]
    assert len(spine.sent()) > 0


async def test_what_is_beyond_the_allowance_fails_and_says_why(spine: Spine) -> None:
    await spine.rows(LIMIT, spine.tenant_id)
    await spine.run(flows.echo())

    for text in ("oi", "um", "dois"):
        await spine.says(PHONE, text)
        await spine.drain()

    assert len(spine.sent()) == 1
    assert await spine.column(USED) == [1]
    refused = await spine.column("SELECT DISTINCT error_code FROM messages WHERE status = 'failed'")
    assert refused == ["PLAN_LIMIT_REACHED"]
