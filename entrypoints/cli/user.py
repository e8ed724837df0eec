"""`pytake user`: people with a login."""

import click
from dishka import AsyncContainer

from application.identity.create_user import CreateUser, CreateUserHandler
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from entrypoints.cli.run import run
from entrypoints.cli.tenant import find_tenant


@click.group()
def user() -> None:
    """Manage people with a login."""


@user.command()
@click.argument("email")
@click.option("--tenant", "slug", default=None, help="The company's slug; an operator has none.")
@click.option("--name", required=True)
@click.option("--role", type=click.Choice([role.value for role in Role]), default="admin", show_default=True)
@click.password_option(help="At least ten characters, and not one of those tried first; asked for when not given.")
def create(email: str, slug: str | None, name: str, role: str, password: str) -> None:
    """Create a login for EMAIL: somebody of a company, or (--role super_admin) an operator of the platform."""
    if (slug is None) != (role == Role.SUPER_ADMIN):
        raise click.UsageError("Give --tenant for somebody of a company, or --role super_admin for an operator.")

    async def do(container: AsyncContainer) -> None:
        handler = await container.get(CreateUserHandler)
        command = CreateUser(
            tenant_id=await _owner(container, slug), email=email, name=name, role=Role(role), password=password
        )
        click.echo(str(await handler(command)))

    run(do)


async def _owner(container: AsyncContainer, slug: str | None) -> TenantId:
    return PLATFORM if slug is None else (await find_tenant(container, slug)).id
