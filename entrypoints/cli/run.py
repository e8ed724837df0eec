"""Run an async command with the container, and turn anticipated errors into a line that says what to do."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click
import uvloop
from dishka import AsyncContainer

from application.ports.secrets import SecretUnreadableError
from domain.shared.errors import PyTakeError
from entrypoints.cli.environment import settings
from entrypoints.ioc.container import make_container

T = TypeVar("T")


@contextmanager
def told_in_a_line() -> Iterator[None]:
    """End the command with a line for an error that was anticipated; others keep their traceback."""
    try:
        yield
    except PyTakeError as error:
        details = "".join(f"\n  {detail.field}: {detail.text}" for detail in error.details)
        raise click.ClickException(f"{error.message} ({error.code}){details}") from error
    except SecretUnreadableError as error:
        raise click.ClickException(f"{error} Is PYTAKE_MASTER_KEY the right one? See docs/guides/keys.md.") from error


def run(command: Callable[[AsyncContainer], Awaitable[T]]) -> T:
    """Open the container, run the command, close it."""
    read = settings()

    async def with_container() -> T:
        container = make_container(read)
        try:
            return await command(container)
        finally:
            await container.close()

    with told_in_a_line(), asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(with_container())
