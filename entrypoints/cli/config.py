"""`pytake config`: WhatsApp numbers."""

from uuid import UUID

import click
import msgspec
from dishka import AsyncContainer

from application.whatsapp.add_config import AddConfig, AddConfigHandler
from application.whatsapp.prove_config import ProveConfig
from application.whatsapp.renew_config import RenewConfig, RenewConfigHandler
from application.whatsapp.subscribe_config import SubscribeConfig
from domain.shared.ids import ChatbotId, WhatsAppConfigId
from entrypoints.cli.environment import settings
from entrypoints.cli.run import run
from entrypoints.cli.tenant import find_tenant


@click.group()
def config() -> None:
    """Manage WhatsApp numbers."""


@config.command()
@click.option("--tenant", "slug", required=True, help="The company's slug.")
@click.option("--name", required=True)
@click.option("--phone-number", required=True, help="With its country code.")
@click.option("--phone-number-id", required=True, help="Meta's id of the number.")
@click.option("--business-account-id", required=True, help="Meta's id of the WhatsApp Business account.")
@click.option("--access-token", prompt=True, hide_input=True)
@click.option("--app-secret", prompt=True, hide_input=True)
@click.option("--verify-token", prompt=True, hide_input=True)
@click.option("--chatbot", type=click.UUID, default=None)
def add(slug: str, chatbot: UUID | None, verify_token: str, **fields: str) -> None:
    """Connect a number of Meta's Cloud API."""
    given = {**fields, "webhook_verify_token": verify_token, "chatbot_id": ChatbotId(chatbot) if chatbot else None}
    command = msgspec.convert(given, AddConfig)

    async def do(container: AsyncContainer) -> None:
        company = await find_tenant(container, slug)
        handler = await container.get(AddConfigHandler)
        config_id = await handler.add(company.id, command)
        click.echo(f"{config_id}\nIts webhooks go to {_callback(config_id)}")

    run(do)


@config.command()
@click.argument("config_id", type=click.UUID)
@click.option("--tenant", "slug", required=True, help="The company's slug.")
def test(config_id: UUID, slug: str) -> None:
    """Prove each hop of a number."""

    async def do(container: AsyncContainer) -> bool:
        company = await find_tenant(container, slug)
        prove = await container.get(ProveConfig)
        proof = await prove.prove(company.id, WhatsAppConfigId(config_id))
        for hop in proof.hops:
            click.echo(
                f"{'ok ' if hop.ok else 'NO '} {hop.name}  {hop.detail}\n{hop.fix and '    ' + hop.fix}".rstrip()
            )
        return proof.ok

    if not run(do):
        raise SystemExit(1)


@config.command()
@click.argument("config_id", type=click.UUID)
@click.option("--tenant", "slug", required=True, help="The company's slug.")
@click.option("--access-token", prompt=True, prompt_required=False, hide_input=True, help="Asked for, not shown.")
@click.option("--app-secret", prompt=True, prompt_required=False, hide_input=True, help="The same.")
@click.option("--verify-token", prompt=True, prompt_required=False, hide_input=True, help="The same.")
@click.option("--phone-number-id", default=None, help="Meta's id of the number.")
@click.option("--business-account-id", default=None, help="Meta's id of the WhatsApp Business account.")
def renew(config_id: UUID, slug: str, **fields: str | None) -> None:
    """Enter a number's token, secrets or ids again. Running servers know in five seconds."""

    async def do(container: AsyncContainer) -> None:
        company = await find_tenant(container, slug)
        handler = await container.get(RenewConfigHandler)
        await handler.renew(company.id, WhatsAppConfigId(config_id), msgspec.convert(fields, RenewConfig))
        click.echo(f"Renewed. Prove it: pytake config test {config_id} --tenant {slug}")

    run(do)


@config.command()
@click.argument("config_id", type=click.UUID)
@click.option("--tenant", "slug", required=True, help="The company's slug.")
def subscribe(config_id: UUID, slug: str) -> None:
    """Have the account's webhooks sent to this server."""

    async def do(container: AsyncContainer) -> None:
        company = await find_tenant(container, slug)
        handler = await container.get(SubscribeConfig)
        await handler.subscribe(company.id, WhatsAppConfigId(config_id), callback_url=_callback(config_id))
        click.echo(f"Webhooks now go to {_callback(config_id)}")

    run(do)


def _callback(config_id: UUID) -> str:
    return f"{settings().public_url}/api/v1/whatsapp/webhook/{config_id}"
