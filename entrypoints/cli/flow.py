"""`pytake flow`: bots from files."""

from pathlib import Path

import click
from dishka import AsyncContainer

from application.flows.import_flow import ImportFlow, ImportFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from entrypoints.cli.flow_checks import inspect_files, test
from entrypoints.cli.run import run
from entrypoints.cli.tenant import find_tenant


@click.group()
def flow() -> None:
    """Manage flows."""


flow.add_command(test)
flow.add_command(inspect_files)


@flow.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--tenant", "slug", required=True, help="The company's slug.")
@click.option("--priority", default=0, show_default=True, help="Higher ones are tried first.")
@click.option("--publish/--draft", default=True, show_default=True)
def load(file: Path, slug: str, priority: int, publish: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Load FILE, a flow's document (docs/guides/flows.md) or an export, with its tests, and publish it."""
    command = ImportFlow(file=file.read_bytes(), priority=priority)

    async def do(container: AsyncContainer) -> None:
        company = await find_tenant(container, slug)
        keep = await container.get(ImportFlowHandler)
        made = await keep.keep(company.id, command)
        click.echo(str(made.flow_id))
        if publish:
            handler = await container.get(PublishFlowHandler)
            published = await handler.publish(company.id, made.flow_id)
            click.echo(f"published as version {published.number}")
            for finding in published.findings:
                click.echo(f"{finding.severity}: {finding.node or 'flow'}: {finding.message}")

    run(do)
