"""`pytake tenant`, once there are companies: how each stands, and what an operator does about it."""

from collections.abc import Awaitable, Callable

import click
from dishka import AsyncContainer

from application.ports.directory import Directory
from application.tenants.activate_tenant import ActivateTenant, ActivateTenantHandler
from application.tenants.change_plan import ChangePlan, ChangePlanHandler
from application.tenants.delete_tenant import DeleteTenant, DeleteTenantHandler
from application.tenants.erase_tenant import EraseTenant, EraseTenantHandler
from application.tenants.get_usage import GetUsage
from application.tenants.recount_tenant import RecountTenant
from application.tenants.suspend_tenant import SuspendTenant, SuspendTenantHandler
from domain.audit.author import CONSOLE
from domain.tenants.tenant import KEPT_DELETED, Tenant
from entrypoints.cli.run import run
from entrypoints.cli.tenant import find_tenant, tenant

__all__ = ["tenant"]

with_slug = click.argument("slug")


@tenant.command("list")
def list_tenants() -> None:
    """List the companies, the oldest first."""

    async def do(container: AsyncContainer) -> None:
        directory: Directory = await container.get(Directory)
        for company in await directory.tenants():
            click.echo(f"{company.slug}  {company.status}  {company.plan}  {company.name}")

    run(do)


@tenant.command()
@with_slug
def show(slug: str) -> None:
    """Show how the company SLUG stands."""

    async def do(_: AsyncContainer, company: Tenant) -> None:
        facts = {
            "id": company.id,
            "name": company.name,
            "domain": company.domain,
            "status": company.status,
            "because": company.status_reason,
            "plan": company.plan,
            "trial ends": company.trial_ends_at,
            "isolation": company.isolation,
            "time zone": company.time_zone,
            "created": company.created_at,
            "deleted": company.deleted_at,
            "erased after": company.deleted_at and company.deleted_at + KEPT_DELETED,
        }
        for name, value in facts.items():
            if value is not None:
                click.echo(f"{name}: {value}")

    _with(slug, do)


@tenant.command()
@with_slug
@click.option("--reason", required=True, help="For the next operator who looks.")
def suspend(slug: str, reason: str) -> None:
    """Let the company SLUG read and nothing else; what comes in is kept."""

    async def do(container: AsyncContainer, company: Tenant) -> None:
        handler = await container.get(SuspendTenantHandler)
        await handler(SuspendTenant(tenant_id=company.id, reason=reason), by=CONSOLE)
        click.echo("suspended")

    _with(slug, do)


@tenant.command()
@with_slug
def activate(slug: str) -> None:
    """Let the company SLUG work again, also one that was deleted within 30 days."""

    async def do(container: AsyncContainer, company: Tenant) -> None:
        handler = await container.get(ActivateTenantHandler)
        await handler(ActivateTenant(tenant_id=company.id), by=CONSOLE)
        click.echo("active")

    _with(slug, do)


@tenant.command()
@with_slug
@click.argument("code")
def plan(slug: str, code: str) -> None:
    """Move the company SLUG to the plan CODE."""

    async def do(container: AsyncContainer, company: Tenant) -> None:
        handler = await container.get(ChangePlanHandler)
        await handler(ChangePlan(tenant_id=company.id, plan=code), by=CONSOLE)
        click.echo(f"{company.plan} -> {code}")

    _with(slug, do)


@tenant.command()
@with_slug
def delete(slug: str) -> None:
    """Let nobody of the company SLUG in any more; after 30 days it is erased."""

    async def do(container: AsyncContainer, company: Tenant) -> None:
        handler = await container.get(DeleteTenantHandler)
        await handler(DeleteTenant(tenant_id=company.id), by=CONSOLE)
        click.echo(f"deleted; `pytake tenant activate {slug}` brings it back within {KEPT_DELETED.days} days")

    _with(slug, do)


@tenant.command()
@click.option("--slug", required=True, help="A company that is deleted.")
@click.option("--at-once", is_flag=True, help="Do not wait for the 30 days to pass.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def purge(slug: str, at_once: bool, yes: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Erase everything of a deleted company, its audit log and its keys included, for ever."""
    if not yes:
        click.confirm(f"Erase everything of {slug!r}, for ever?", abort=True)

    async def do(container: AsyncContainer, company: Tenant) -> None:
        handler = await container.get(EraseTenantHandler)
        erased = await handler(EraseTenant(tenant_id=company.id, at_once=at_once), by=CONSOLE)
        for table, count in erased.rows.items():
            click.echo(f"{table}: {count}")
        click.echo(f"erased: {sum(erased.rows.values())} rows, {erased.keys} keys in Redis")

    _with(slug, do)


@tenant.command()
@with_slug
def usage(slug: str) -> None:
    """Show what the company SLUG uses of what its plan allows."""

    async def do(container: AsyncContainer, company: Tenant) -> None:
        get_usage = await container.get(GetUsage)
        for count in (await get_usage.of(company.id)).metrics:
            click.echo(f"{count.metric}: {count.used} of {'any number' if count.limit is None else count.limit}")

    _with(slug, do)


@tenant.command()
@click.argument("slug", required=False)
def recount(slug: str | None) -> None:
    """Compare the counts of the company SLUG, or of all, with what is there, and put them right."""

    async def do(container: AsyncContainer) -> None:
        directory: Directory = await container.get(Directory)
        companies = [await find_tenant(container, slug)] if slug else await directory.tenants()
        handler = await container.get(RecountTenant)
        for company in companies:
            for drift in await handler(company.id):
                click.echo(f"{company.slug}: {drift.metric} was {drift.counted}, is {drift.found}")
        click.echo(f"recounted: {len(companies)}")

    run(do)


def _with(slug: str, do: Callable[[AsyncContainer, Tenant], Awaitable[None]]) -> None:
    """Find the company and do something with it."""

    async def found(container: AsyncContainer) -> None:
        await do(container, await find_tenant(container, slug))

    run(found)
