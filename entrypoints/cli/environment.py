"""Where a command finds its settings: the environment, else what a running `pytake demo` left beside its data."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from entrypoints.settings import Settings, SettingsError, read_settings

DATA_FOLDER = Path(".pytake")
"""Everything that `pytake demo` keeps: databases, keys, logs."""
DEMO_ENVIRONMENT = DATA_FOLDER / "demo.env"
"""Written by the demo (0600), so that other commands in another terminal reach its servers."""


def settings() -> Settings:
    """Read the settings, or end the command with all that is wrong."""
    try:
        return read_settings(environment())
    except SettingsError as error:
        raise click.ClickException(
            f"The settings are incomplete:\n{error}\n\n"
            "Set them (docs/reference/settings.md), or start `make demo`, whose settings other commands then use."
        ) from error


def environment() -> Mapping[str, str]:
    """Give the environment, over the demo's settings where no database is named."""
    if os.environ.get("DATABASE_URL") or not DEMO_ENVIRONMENT.exists():
        return os.environ
    return {**read_demo_environment(), **os.environ}


def read_demo_environment() -> dict[str, str]:
    """Read `NAME=value` lines."""
    lines = DEMO_ENVIRONMENT.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def write_demo_environment(values: Mapping[str, str]) -> None:
    """Write the demo's settings for other commands; only this user may read them."""
    DATA_FOLDER.mkdir(exist_ok=True)
    handle = os.open(DEMO_ENVIRONMENT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for name, value in values.items())
