"""Templates of the company's numbers."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.templates.sync import TemplateSync
from domain.whatsapp.templates.template import MessageTemplate


class TemplateRepository(Protocol):
    """Keeps templates; number, name and language name one."""

    async def get(self, template_id: TemplateId) -> MessageTemplate:
        """Load one. Raises TemplateNotFoundError."""
        ...

    async def find(self, config_id: WhatsAppConfigId, *, name: str, language: str) -> MessageTemplate | None:
        """Load one by its name."""
        ...

    async def languages(self, config_id: WhatsAppConfigId, *, name: str) -> list[str]:
        """Say in which languages a name can be sent."""
        ...

    async def lock_told(self, config_id: WhatsAppConfigId, *, provider_id: str) -> MessageTemplate | None:
        """Load one by the provider's id, for changing it."""
        ...

    async def lock_named(self, config_id: WhatsAppConfigId, *, names: Collection[str]) -> list[MessageTemplate]:
        """Load those of these names, in every language, for changing them; locked in the order of their ids."""
        ...

    async def lock_missing(
        self, config_id: WhatsAppConfigId, *, seen: Collection[str], before: datetime
    ) -> list[MessageTemplate]:
        """Load those, made before, that are not deleted and whose provider's id was not seen; locked as above."""
        ...

    async def add(self, template: MessageTemplate) -> None:
        """Write a new one. Raises TemplateTakenError."""
        ...

    async def save(self, template: MessageTemplate) -> None:
        """Write changes. Raises StaleVersionError."""
        ...

    async def saw(self, template_ids: Collection[TemplateId], *, at: datetime) -> None:
        """Write when the provider had them as they are here; that is no change of theirs."""
        ...

    async def sync_of(self, config_id: WhatsAppConfigId) -> TemplateSync | None:
        """Say how far the last reading of a number's templates is."""
        ...

    async def keep_sync(self, sync: TemplateSync) -> None:
        """Write how far it is."""
        ...
