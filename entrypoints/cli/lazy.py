"""Commands whose modules are imported when they are asked for: each brings what it needs of the application."""

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar

import click

from entrypoints.memory import undisturbed


class LazyGroup(click.Group):
    """Knows its commands by name and module; the module holds the command under the same name."""

    places: ClassVar[Mapping[str, str]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click has it
        """Name them."""
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click has it
        """Import one; None when there is no such command."""
        place = self.places.get(cmd_name)
        if place is None:
            return None
        with undisturbed():
            command: click.Command = getattr(import_module(place), cmd_name)
        return command
