"""Somebody looks at which model answers."""

from application.ai.ai_settings_view import AiSettingsView, view_of
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission


class GetAiSettings:
    """Show the settings of language models, without the key. Needs settings:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor) -> AiSettingsView:
        """Give them; those of the local model where nothing was set."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            return view_of(await tx.ai_settings.get())
