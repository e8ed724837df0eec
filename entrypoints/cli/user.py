"""`pytake user`: people with a login."""

import click
from dishka import AsyncContainer

from application.identity.create_user import CreateUser, CreateUserHandler
from domain.identity.permissions import Role
from entrypoints.cli.run import run
from entrypoints.cli.tenant import find_tenant


@click.group()
def user() -> None:
    """Manage people with a login."""


@user.command()
@click.argument("email")
@click.option("--tenant", "slug", required=True, help="The company's slug.")
@click.option("--name", required=True)
@click.option(
    "--role", type=click.Choice([role.value for role in Role if role is not Role.SUPER_ADMIN]), default="admin"
)
@click.password_option(help="At least ten characters; asked for when not given.")
def create(email: str, slug: str, name: str, role: str, password: str) -> None:
    """Create a login for EMAIL."""

    async def do(container: AsyncContainer) -> None:
        company = await find_tenant(container, slug)
        handler = await container.get(CreateUserHandler)
        command = CreateUser(tenant_id=company.id, email=email, name=name, role=Role(role), password=password)
        click.echo(str(await handler(command)))

    run(do)
