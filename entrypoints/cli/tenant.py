"""`pytake tenant`: companies."""

import click
from dishka import AsyncContainer

from application.ports.directory import Directory
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from domain.tenants.plans import ENTERPRISE
from domain.tenants.tenant import Isolation, Tenant
from entrypoints.cli.run import run


@click.group()
def tenant() -> None:
    """Manage companies."""


@tenant.command()
@click.argument("name")
@click.option("--slug", required=True, help="Short name for commands and addresses: letters, digits, hyphens.")
@click.option("--time-zone", default="America/Sao_Paulo", show_default=True)
@click.option("--language", type=click.Choice(["pt-BR", "en"]), default="pt-BR", show_default=True)
@click.option("--department", "departments", multiple=True, help="A team to begin with; may be given several times.")
@click.option(
    "--isolation",
    type=click.Choice([kind.value for kind in Isolation]),
    default=Isolation.SHARED.value,
    show_default=True,
    help="schema: tables of its own, besides the fences that all have; needs DATABASE_OWNER_URL.",
)
@click.option("--plan", default=ENTERPRISE, show_default=True, help="A code of `GET /plans`; free_trial ends itself.")
def create(name: str, departments: tuple[str, ...], isolation: str, **said: str) -> None:
    """Create the company NAME."""
    command = CreateTenant(name=name, departments=departments, isolation=Isolation(isolation), **said)  # type: ignore[arg-type]  # slug, time zone, language and plan are texts

    async def do(container: AsyncContainer) -> None:
        handler = await container.get(CreateTenantHandler)
        click.echo(str(await handler(command)))

    run(do)


async def find_tenant(container: AsyncContainer, slug: str) -> Tenant:
    """Find a company by its slug, or end the command."""
    directory: Directory = await container.get(Directory)
    found = await directory.tenant(slug)
    if found is None:
        raise click.ClickException(f"No company has the slug {slug!r}: create it with `pytake tenant create`.")
    return found
