"""`pytake keys`: the master key."""

import base64
import secrets

import click

from entrypoints.settings import MASTER_KEY_BYTES


@click.group()
def keys() -> None:
    """Manage keys."""


@keys.command("generate-master")
def generate_master() -> None:
    """Print a new PYTAKE_MASTER_KEY. Keep a copy elsewhere: without it the sealed secrets are lost."""
    click.echo(new_master_key())


def new_master_key() -> str:
    """Give 32 random bytes in base64."""
    return base64.b64encode(secrets.token_bytes(MASTER_KEY_BYTES)).decode("ascii")
