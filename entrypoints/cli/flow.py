"""`pytake flow`: bots from files."""

from pathlib import Path

import click
from dishka import AsyncContainer

from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from entrypoints.cli.run import run
from entrypoints.cli.tenant import find_tenant


@click.group()
def flow() -> None:
    """Manage flows."""


@flow.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--tenant", "slug", required=True, help="The company's slug.")
@click.option("--priority", default=0, show_default=True, help="Higher ones are tried first.")
@click.option("--publish/--draft", default=True, show_default=True)
def load(file: Path, slug: str, priority: int, publish: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Load the flow document FILE (docs/guides/flows.md) and publish it."""
    command = CreateFlow(document=file.read_bytes(), priority=priority)

    async def do(container: AsyncContainer) -> None:
        company = await find_tenant(container, slug)
        create = await container.get(CreateFlowHandler)
        flow_id = await create.create(company.id, command)
        click.echo(str(flow_id))
        if publish:
            handler = await container.get(PublishFlowHandler)
            published = await handler.publish(company.id, flow_id)
            click.echo(f"published as version {published.number}")
            for finding in published.findings:
                click.echo(f"{finding.severity}: {finding.node or 'flow'}: {finding.message}")

    run(do)
