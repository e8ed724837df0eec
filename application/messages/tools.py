"""What sending needs of the world, and how a lost race and a closed window are answered."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import msgspec

from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.providers import Providers
from application.ports.readers.usable_templates import UsableTemplate, UsableTemplates
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.contacts.errors import ContactExistsError
from domain.conversations.errors import ConversationOpenError, WindowClosedError
from domain.shared.errors import ErrorDetail, StaleVersionError
from domain.shared.ids import TenantId

T = TypeVar("T")

HINTS = 10
"""Templates that are named where the window is closed: a menu, not the whole book."""
TRIES = 5
"""A contact who writes at this moment changes the conversation; five times at once nobody does."""


class SendTools(msgspec.Struct, frozen=True, kw_only=True):
    """What sending needs of the world."""

    uow: UnitOfWork
    providers: Providers
    templates: UsableTemplates
    clock: Clock
    ids: Ids


async def in_transaction(tools: SendTools, tenant_id: TenantId, work: Callable[[Transaction], Awaitable[T]]) -> T:
    """Do the work in one transaction; do it anew when somebody wrote to the same conversation or contact meanwhile.

    A closed window is told with the templates that could be used instead. Raises whatever `work` raises.
    """
    async with _hinting(tools, tenant_id):
        for _ in range(TRIES - 1):
            try:
                return await _once(tools, tenant_id, work)
            except (StaleVersionError, ContactExistsError, ConversationOpenError):
                continue
        return await _once(tools, tenant_id, work)


async def _once(tools: SendTools, tenant_id: TenantId, work: Callable[[Transaction], Awaitable[T]]) -> T:
    async with tools.uow(tenant_id) as tx:
        return await work(tx)


@asynccontextmanager
async def _hinting(tools: SendTools, tenant_id: TenantId) -> AsyncIterator[None]:
    try:
        yield
    except WindowClosedError as error:
        if error.config_id is None:
            raise
        usable = await tools.templates.of(tenant_id, config_id=error.config_id, limit=HINTS)
        raise WindowClosedError(error.message, details=tuple(map(_hint, usable))) from error


def _hint(template: UsableTemplate) -> ErrorDetail:
    return ErrorDetail(
        field="template", message="{name} ({language})", values={"name": template.name, "language": template.language}
    )
