"""Somebody wants the templates of a number read anew."""

from application.shared.actor import Actor
from application.whatsapp.templates.tools import TemplateTools, book_at, order_sync
from domain.identity.permissions import Permission
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.templates.errors import TemplatesNeverReadError
from domain.whatsapp.templates.sync import SyncState, TemplateSync


class SyncTemplates:
    """Order it, and show how far it is. Needs templates:manage. One that is ordered twice at once is done once."""

    def __init__(self, tools: TemplateTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> TemplateSync:
        """Order it. Raises ConfigNotFoundError, TemplatesNotSupportedError."""
        actor.require(Permission.TEMPLATES_MANAGE)
        async with self._tools.uow(actor.tenant_id) as tx:
            book_at(self._tools, await tx.whatsapp_configs.get(config_id))
            sync = TemplateSync(
                whatsapp_config_id=config_id, state=SyncState.QUEUED, ordered_at=self._tools.clock.now()
            )
            await tx.templates.keep_sync(sync)
            order_sync(tx.jobs, actor.tenant_id, config_id)
        return sync

    async def show(self, actor: Actor, config_id: WhatsAppConfigId) -> TemplateSync:
        """Show the last one. Raises ConfigNotFoundError, and TemplatesNeverReadError where there was none."""
        actor.require(Permission.TEMPLATES_MANAGE)
        async with self._tools.uow(actor.tenant_id) as tx:
            await tx.whatsapp_configs.get(config_id)
            sync = await tx.templates.sync_of(config_id)
        if sync is None:
            raise TemplatesNeverReadError("The templates of this number were never read.")
        return sync
