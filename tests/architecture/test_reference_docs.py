import runpy
from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PAGES = runpy.run_path(str(REFERENCE / "generate.py"))["PAGES"]


@pytest.mark.parametrize("name", PAGES)
def test_reference_page_is_what_the_code_says(name: str):
    written = (REFERENCE / name).read_text(encoding="utf-8")

    assert written == PAGES[name](), "run `.venv/bin/python docs/reference/generate.py`"
