"""What the company says by itself."""

from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.support.bot_texts import BotText


class ListBotTexts:
    """Show all moments and their texts. Needs settings:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor) -> list[BotText]:
        """Give them."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            return await tx.bot_texts.all()
