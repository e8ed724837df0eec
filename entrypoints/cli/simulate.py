"""`pytake simulate`: WhatsApp without WhatsApp."""

import asyncio

import click

from entrypoints.cli.doctor.loop_back import is_simulator
from simulator.load import run_load


@click.group()
def simulate() -> None:
    """Play customers through the WhatsApp simulator."""


@simulate.command()
@click.option("--contacts", default=200, show_default=True, type=click.IntRange(1, 100_000))
@click.option("--messages", default=2_000, show_default=True, type=click.IntRange(1, 1_000_000))
@click.option("--rate", default=100.0, show_default=True, type=click.FloatRange(0.1, 10_000), help="Messages a second.")
@click.option("--simulator-url", default="http://127.0.0.1:8001", show_default=True)
@click.option("--phone-number-id", default="700111222333444", show_default=True)
def load(contacts: int, messages: int, rate: float, simulator_url: str, phone_number_id: str) -> None:
    """Let many customers write at a rate, and count what is lost, doubled or late. Ends with 1 if anything is."""
    if not asyncio.run(is_simulator(simulator_url)):
        raise click.ClickException(f"No simulator answers at {simulator_url}: `make demo` starts one.")
    report = asyncio.run(run_load(simulator_url, phone_number_id, contacts, messages, rate))
    click.echo(str(report))
    if report.lost or report.doubled:
        raise SystemExit(1)
