"""All hops of an installation, in the order in which they rest on each other."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from dishka import AsyncContainer

from application.ports.directory import Directory
from application.ports.unit_of_work import UnitOfWork
from domain.tenants.tenant import Tenant
from entrypoints.cli.doctor.address_hops import ADDRESS_HOPS
from entrypoints.cli.doctor.finding import Finding, good
from entrypoints.cli.doctor.number_hops import Number, number_hops
from entrypoints.cli.doctor.platform_hops import PLATFORM_HOPS
from entrypoints.cli.doctor.round import FACTS, FENCE, Hop, Question, Round, taken
from entrypoints.cli.doctor.settings_hop import look_at_settings
from entrypoints.cli.doctor.work_hops import WORK_HOPS
from entrypoints.cli.tenant import find_tenant
from entrypoints.ioc.container import make_container
from entrypoints.settings import Settings

CLOSE_SECONDS = 3.0
"""What hangs is left hanging: the process ends anyway."""
NUMBERS = "numbers"


async def examine(environment: Mapping[str, str], question: Question) -> AsyncIterator[Finding]:
    """Give each finding as soon as it is made."""
    read = look_at_settings(environment)
    yield read.finding
    async with _opened(read.settings) as container:
        on = Round(container, read.settings, question)
        on.blocked = dict.fromkeys(read.wrong, "settings")
        for hops in (PLATFORM_HOPS, WORK_HOPS, ADDRESS_HOPS):
            async for finding in taken(hops, on):
                yield finding
        async for finding in _numbers(on):
            yield finding


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[AsyncContainer]:
    container = make_container(settings)
    try:
        yield container
    finally:
        await asyncio.wait([asyncio.ensure_future(container.close())], timeout=CLOSE_SECONDS)


async def _numbers(on: Round) -> AsyncIterator[Finding]:
    numbers: list[Number] = []

    async def find(on: Round) -> Finding:
        numbers.extend([number for tenant in await _tenants(on) for number in await _numbers_of(on, tenant)])
        return good(NUMBERS, f"{len(numbers)} to prove")

    needs = ("database", FACTS, "migrations", "keys", "PYTAKE_MASTER_KEY", FENCE)
    yield await on.take(Hop(NUMBERS, needs, find))
    for number in numbers:
        async for finding in number_hops(on, number):
            yield finding


async def _tenants(on: Round) -> list[Tenant]:
    if on.question.slug is not None:
        return [await find_tenant(on.container, on.question.slug)]
    directory: Directory = await on.container.get(Directory)
    return list(await directory.tenants())


async def _numbers_of(on: Round, tenant: Tenant) -> list[Number]:
    uow: UnitOfWork = await on.container.get(UnitOfWork)
    async with uow(tenant.id) as tx:
        return [Number(tenant, config) for config in await tx.whatsapp_configs.all()]
