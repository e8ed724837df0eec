"""`pytake tenant`: companies."""

import click
from dishka import AsyncContainer

from application.ports.directory import Directory
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
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
def create(name: str, slug: str, time_zone: str, language: str, departments: tuple[str, ...], isolation: str) -> None:
    """Create the company NAME."""
    command = CreateTenant(
        name=name,
        slug=slug,
        time_zone=time_zone,
        language=language,
        departments=departments,
        isolation=Isolation(isolation),
    )

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
