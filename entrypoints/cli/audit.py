"""`pytake audit`: whether the audit log is as it was written."""

from collections.abc import Mapping
from pathlib import Path

import click
from dishka import AsyncContainer

from application.audit.verify_audit import Verification, VerifyAudit
from application.ports.directory import Directory
from domain.audit.anchors import read_anchors
from domain.audit.verification import Break
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from entrypoints.cli.run import run, told_in_a_line
from entrypoints.cli.tenant import find_tenant

PLATFORM_NAME = "platform"

Anchored = Mapping[TenantId, Mapping[int, bytes | None]]


@click.group()
def audit() -> None:
    """Look after the audit log."""


@audit.command()
@click.option("--tenant", "slug", default=None, help="One company's; without it all, and the platform's own.")
@click.option(
    "--anchors",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="What PYTAKE_AUDIT_ANCHORS collected: tells also of a log that was cut or rewritten as a whole.",
)
def verify(slug: str | None, file: Path | None) -> None:
    """Verify the hash chains. Ends with 1 when one is broken."""
    anchored = _read(file) if file else {}

    async def do(container: AsyncContainer) -> bool:
        verify_audit = await container.get(VerifyAudit)
        names = await _names(container, slug)
        sound = True
        for tenant_id, name in names.items():
            found = await verify_audit.verify(tenant_id, anchors=anchored.get(tenant_id))
            click.echo(f"{name}: {_told(found, anchors=len(anchored.get(tenant_id, ())))}")
            sound = sound and found.ok
        for tenant_id in () if slug else sorted(anchored.keys() - names.keys(), key=str):
            click.echo(f"{tenant_id}: anchored, and there is no such company; was it purged?")
        return sound

    if not run(do):
        raise SystemExit(1)


def _read(file: Path) -> Anchored:
    with told_in_a_line(), file.open("rb") as lines:
        return read_anchors(lines)


async def _names(container: AsyncContainer, slug: str | None) -> dict[TenantId, str]:
    if slug:
        tenant = await find_tenant(container, slug)
        return {tenant.id: tenant.slug}
    directory: Directory = await container.get(Directory)
    return {PLATFORM: PLATFORM_NAME} | {tenant.id: tenant.slug for tenant in await directory.tenants()}


def _told(found: Verification, *, anchors: int) -> str:
    if found.broken is None:
        kept = f", {anchors} anchors agree" if anchors else ""
        return f"{found.checked} entries are sound{kept}; the last is {found.until} {found.hash}"
    return f"BROKEN at {_place(found.broken)}: {found.broken.reason.value}; {found.checked} entries before it are sound"


def _place(broken: Break) -> str:
    return f"{broken.seq}" if broken.since in {None, broken.seq} else f"{broken.since} to {broken.seq}"
