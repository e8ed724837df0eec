#!/usr/bin/env python3
"""Write the reference pages that are made from the code: `.venv/bin/python docs/reference/generate.py`.

A page is a function that gives its text; `tests/architecture/test_reference_docs.py` fails when a file differs from it.
"""

from collections.abc import Callable
from pathlib import Path

from entrypoints.settings import VARIABLES, Variable

FOLDER = Path(__file__).parent
MADE = "<!-- Made by docs/reference/generate.py: do not edit. -->"


def settings_page() -> str:
    """Give the page of the environment variables."""
    rows = "\n".join(_setting(variable) for variable in VARIABLES.values())
    return f"""# Settings

{MADE}

PyTake reads its settings once, from the environment, and names everything that is missing or wrong at once. A variable
that is empty counts as not set.

| variable | default | meaning |
|---|---|---|
{rows}
"""


def _setting(variable: Variable) -> str:
    default = {None: "**required**", "": "none"}.get(variable.default, f"`{variable.default}`")
    return f"| `{variable.name}` | {default} | {variable.meaning} |"


PAGES: dict[str, Callable[[], str]] = {"settings.md": settings_page}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
