"""How many follow: for a company's admin their own, for an operator the platform's sums."""

import httpx
from dishka import AsyncContainer

from application.ports.socket_stats import SocketBoard, SocketStats
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from tests.accounts import new_claims
from tests.http.conftest import Caller

STATS = "/api/v1/ws/stats"


async def test_all_processes_are_summed_up(
    admin: httpx.AsyncClient, calling: Caller, container: AsyncContainer, tenant_id: TenantId, redis_url: str
) -> None:
    assert redis_url
    other = new_claims(tenant=tenant_id).user_id
    board = await container.get(SocketBoard)
    ours = SocketStats(sockets=2, users={"ana": 2}, channels={"messages": 2}, lag=3, dropped=1)
    await board.report("one", {tenant_id: ours, TenantId(other): SocketStats(sockets=7, users={"bia": 7})})
    await board.report("two", {tenant_id: SocketStats(sockets=1, users={"ana": 1}, channels={"messages": 1}, lag=1)})

    told = (await admin.get(STATS)).json()
    of_all = (await calling(Role.SUPER_ADMIN).get(STATS)).json()
    refused = await calling(Role.SUPERVISOR).get(STATS)

    assert told == {
        "sockets": 3,
        "processes": 2,
        "tenants": 1,
        "by_user": {"ana": 3},
        "by_channel": {"messages": 3},
        "lag": 3,
        "dropped": 1,
    }
    assert (of_all["sockets"], of_all["tenants"], of_all["by_user"]) == (10, 2, {})
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "PERMISSION_DENIED")
