"""What the use cases of templates share: the provider's book, its no, and the order to read it anew."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec

from application.ports.clock import Clock
from application.ports.example_files import ExampleFiles
from application.ports.ids import Ids
from application.ports.jobs import Job, JobQueue
from application.ports.providers import Providers
from application.ports.secrets import SecretBox, SecretUnreadableError
from application.ports.templates import ProviderTemplates
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials, ProviderRefusedError
from application.whatsapp.credentials import credentials_of
from domain.shared.errors import ErrorDetail
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.templates.errors import (
    TemplateProviderSilentError,
    TemplateRefusedError,
    TemplatesNotSupportedError,
)

NOT_SENT = frozenset({"NEVER_SENT", "WRONG_SETTINGS"})
"""It certainly was not done."""
SILENT = frozenset({"NEVER_SENT", "NO_ANSWER", "UNREADABLE_ANSWER", "NOT_DONE"})
"""Nobody said no."""


class SyncTemplatesOf(Job, frozen=True, kw_only=True, tag="sync_templates"):
    """Read the templates of one number at its provider."""

    tenant_id: TenantId
    config_id: WhatsAppConfigId


class TemplateTools(msgspec.Struct, frozen=True, kw_only=True):
    """What these use cases need of the world."""

    uow: UnitOfWork
    providers: Providers
    secrets: SecretBox
    examples: ExampleFiles
    clock: Clock
    ids: Ids


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """A number's templates at its provider, and how they are reached."""

    templates: ProviderTemplates
    credentials: Credentials


def order_sync(jobs: JobQueue, tenant_id: TenantId, config_id: WhatsAppConfigId) -> None:
    """Have a number's templates read; one order that waits does for a second."""
    jobs.put(SyncTemplatesOf(tenant_id=tenant_id, config_id=config_id), key=f"sync_templates:{config_id}")


def book_at(tools: TemplateTools, config: WhatsAppConfig) -> ProviderTemplates:
    """Give the provider's book. Raises TemplatesNotSupportedError."""
    found = tools.providers.of(config.api_type).templates
    if found is None:
        raise TemplatesNotSupportedError("The provider of this number has no templates.")
    return found


async def open_book(tools: TemplateTools, tenant_id: TenantId, config: WhatsAppConfig) -> Book:
    """Open what is needed to ask. Raises TemplatesNotSupportedError, TemplateRefusedError for an unreadable token."""
    templates = book_at(tools, config)
    try:
        credentials = await credentials_of(config, tenant_id=tenant_id, secrets=tools.secrets)
    except SecretUnreadableError as error:
        detail = ErrorDetail(field="provider", message="SECRET_UNREADABLE: enter the number's access token again")
        raise TemplateRefusedError("The access token cannot be read.", details=(detail,)) from error
    return Book(templates=templates, credentials=credentials)


@asynccontextmanager
async def translated(tools: TemplateTools, tenant_id: TenantId, config_id: WhatsAppConfigId) -> AsyncIterator[None]:
    """Turn the provider's no into ours; where nobody knows what was done, have the templates read anew.

    Raises TemplateRefusedError, TemplateProviderSilentError.
    """
    try:
        yield
    except ProviderRefusedError as error:
        if error.code not in SILENT | NOT_SENT:
            detail = ErrorDetail(
                field="provider", message="{code}: {detail}", values={"code": error.code, "detail": error.detail}
            )
            raise TemplateRefusedError("Meta refused this.", details=(detail,)) from error
        if error.code not in NOT_SENT:
            async with tools.uow(tenant_id) as tx:
                order_sync(tx.jobs, tenant_id, config_id)
        raise TemplateProviderSilentError(f"Meta gave no answer ({error.code}).") from error
