"""Who is in a team changed: those concerned see other conversations from now on."""

from collections.abc import Collection

from application.ports.standing import Standings
from domain.shared.ids import TenantId, UserId

ONE_BY_ONE = 20
"""Past this many people it is cheaper to read a whole company anew than to name each."""


async def forget_members(standings: Standings, tenant_id: TenantId, user_ids: Collection[UserId]) -> None:
    """Have the standings of these read anew. Call it after the commit."""
    if len(user_ids) > ONE_BY_ONE:
        await standings.forget_tenant(tenant_id)
        return
    for user_id in user_ids:
        await standings.forget_user(user_id)
