"""`pytake`: the command line."""

from typing import ClassVar

import click

from entrypoints.cli.lazy import LazyGroup


class Commands(LazyGroup):
    """What `pytake` can do."""

    places: ClassVar = {
        "audit": "entrypoints.cli.audit",
        "config": "entrypoints.cli.config",
        "demo": "entrypoints.cli.demo.command",
        "doctor": "entrypoints.cli.doctor.command",
        "flow": "entrypoints.cli.flow",
        "jobs": "entrypoints.cli.jobs",
        "keys": "entrypoints.cli.keys",
        "lanes": "entrypoints.cli.lanes",
        "migrate": "entrypoints.cli.migrate",
        "openapi": "entrypoints.cli.openapi",
        "serve": "entrypoints.cli.serve",
        "simulate": "entrypoints.cli.simulate",
        "tenant": "entrypoints.cli.tenant_standing",
        "user": "entrypoints.cli.user",
        "work": "entrypoints.cli.work",
    }


@click.group(cls=Commands)
@click.version_option(package_name="pytake")
def main() -> None:
    """PyTake: companies run their WhatsApp."""


if __name__ == "__main__":
    main()
