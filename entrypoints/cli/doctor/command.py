"""`pytake doctor`: prove each hop, name what is broken, and the fix."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import click
from dishka import AsyncContainer

from application.ports.directory import Directory
from application.ports.unit_of_work import UnitOfWork
from entrypoints.cli.doctor.finding import Finding, broken, good
from entrypoints.cli.doctor.number_hops import number_hops
from entrypoints.cli.doctor.platform_hops import platform_hops
from entrypoints.cli.run import run

FREE_DISK = 500 * 1024 * 1024
"""Bytes; a busy journal writes as much in some minutes."""


@click.command()
@click.option("--tenant", "slug", default=None, help="Only this company's numbers; all of the platform's otherwise.")
def doctor(slug: str | None) -> None:
    """Prove that messages get through, hop by hop. Ends with 1 if one is broken."""

    async def do(container: AsyncContainer) -> bool:
        all_good = True
        async for finding in _findings(container, slug):
            _print(finding)
            all_good = all_good and finding.ok
        return all_good

    if not run(do):
        raise SystemExit(1)


async def _findings(container: AsyncContainer, slug: str | None) -> AsyncIterator[Finding]:
    yield _disk()
    is_sound = True
    async for finding in platform_hops(container):
        is_sound = is_sound and (finding.ok or finding.hop not in {"database", "migrations", "keys"})
        yield finding
    if not is_sound:
        return
    directory: Directory = await container.get(Directory)
    uow: UnitOfWork = await container.get(UnitOfWork)
    for tenant in await directory.tenants():
        if slug not in {None, tenant.slug}:
            continue
        async with uow(tenant.id) as tx:
            configs = await tx.whatsapp_configs.all()
        for config in configs:
            async for finding in number_hops(container, tenant.id, config):
                yield finding


def _disk() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free
    if free < FREE_DISK:
        fix = "Make room: a full disk stops the database, and with it the receiving of messages."
        return broken("disk", f"{free // 2**20} MiB free", fix=fix)
    return good("disk", f"{free // 2**30} GiB free")


def _print(finding: Finding) -> None:
    mark = click.style("ok    ", fg="green") if finding.ok else click.style("BROKEN", fg="red")
    click.echo(f"{mark} {finding.hop:<34} {finding.seen}")
    if not finding.ok:
        click.echo(f"       → {finding.fix}")
