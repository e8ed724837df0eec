"""`pytake openapi`: the API's description, without a server."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.commands import Started


def test_it_writes_what_the_api_serves(start: Callable[..., Started], tmp_path: Path):
    file = tmp_path / "openapi.json"

    code, told = start("openapi", "--output", str(file), environment={}, folder=tmp_path).finish()

    document = json.loads(file.read_text(encoding="utf-8"))
    assert code == 0, told
    assert document["openapi"].startswith("3.1")
    assert document["paths"]["/api/v1/auth/login"]["post"]["operationId"] == "LogIn"
    assert "Me" in document["components"]["schemas"]
