from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import source
from tests.architecture.source import MakeModule, Module


@pytest.fixture
def make_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeModule]:
    """Makes a module of our own invention: bad examples for the rules."""
    monkeypatch.setattr(source, "ROOT", tmp_path)

    def make(text: str) -> Module:
        file = tmp_path / "example.py"
        file.write_text(text, encoding="utf-8")
        return Module(file)

    return make
