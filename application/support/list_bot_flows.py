"""Which flows run where."""

from application.ports.readers.bot_flows import BotFlowList, NumberFlows
from application.shared.actor import Actor
from domain.identity.permissions import Permission


class ListBotFlows:
    """Show every number and the flows that answer on it. Needs settings:manage."""

    def __init__(self, flows: BotFlowList) -> None:
        self._flows = flows

    async def __call__(self, actor: Actor) -> list[NumberFlows]:
        """Give them."""
        actor.require(Permission.SETTINGS_MANAGE)
        return await self._flows.all(actor.tenant_id)
