"""A provider's own book of templates."""

from typing import Protocol

import msgspec

from application.ports.provider_files import OutgoingFile
from application.ports.whatsapp import Credentials
from domain.whatsapp.templates.template import ToldTemplate
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory, TemplateStatus


class TemplatePage(msgspec.Struct, frozen=True, kw_only=True):
    """Some of an account's templates; `after` is where the next page begins, None where there is none."""

    templates: tuple[ToldTemplate, ...]
    after: str | None = None


class NewTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """What a provider is asked to take."""

    name: str
    language: str
    category: TemplateCategory
    parameter_format: ParameterFormat
    components: msgspec.Raw


class TakenTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """What it says of one that it took; it may count it as something else than it was asked."""

    provider_id: str
    status: TemplateStatus
    category: TemplateCategory


class ProviderTemplates(Protocol):
    """Reads and writes the templates of a number's account. Every method raises ProviderRefusedError."""

    async def page(self, credentials: Credentials, *, after: str | None = None) -> TemplatePage:
        """Give one page of all of them."""
        ...

    async def create(self, template: NewTemplate, *, credentials: Credentials) -> TakenTemplate:
        """Have one reviewed."""
        ...

    async def edit(
        self, provider_id: str, *, category: TemplateCategory | None, components: msgspec.Raw, credentials: Credentials
    ) -> None:
        """Have another text reviewed; a category of None stays."""
        ...

    async def place_example(self, file: OutgoingFile, *, credentials: Credentials) -> str:
        """Upload a file that a header shows as its example; give its handle."""
        ...

    async def delete(self, provider_id: str, *, name: str, credentials: Credentials) -> None:
        """Delete it in this language alone."""
        ...
