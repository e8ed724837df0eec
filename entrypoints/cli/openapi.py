"""`pytake openapi`: the API's description as a file, for programs that generate clients."""

import base64
from typing import TextIO

import click
import msgspec

from entrypoints.http.app import create_app
from entrypoints.http.openapi_document import complete
from entrypoints.http.settings import HttpSettings
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

NOWHERE = {
    "DATABASE_URL": "postgresql://nobody@localhost/nothing",
    "REDIS_URL": "redis://localhost/0",
    "PYTAKE_MASTER_KEY": base64.b64encode(bytes(32)).decode(),
    "WHATSAPP_VERIFY_TOKEN": "not-a-secret-of-anybody",
}
"""Settings that nothing is opened with: the description is of the code, not of an installation."""


@click.command()
@click.option("--output", type=click.File("w", encoding="utf-8"), default="-", help="Where to write it.")
def openapi(output: TextIO) -> None:
    """Write the OpenAPI document that `/api-docs/openapi.json` serves; no server is needed."""
    app = create_app(make_container(read_settings(NOWHERE)), settings=HttpSettings(version="1"))
    document = msgspec.json.encode(complete(app.openapi_schema.to_schema(), app))
    output.write(msgspec.json.format(document, indent=1).decode() + "\n")
