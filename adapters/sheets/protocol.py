"""What the helper that reads tables says, a line of JSON each; and the limits it holds to."""

import msgspec

from application.ports.sheets import SheetProblem, SheetRow

MAX_ROWS = 1_000_000
"""As many as a spreadsheet has; more are several files."""
MAX_ROW_CHARS = 100_000
"""Characters of one row: a page of text in each of many columns."""
CHUNK_ROWS = 1_000
CHUNK_CHARS = 256 * 1024
"""A chunk ends at whichever comes first, so that a line of JSON stays below `LONGEST_LINE`."""
LONGEST_LINE = 4 * 1024 * 1024


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """First the headings, then rows, then the end; or what is wrong, at any time."""

    headings: tuple[str, ...] | None = None
    about: int | None = None
    rows: list[SheetRow] | None = None
    problem: SheetProblem | None = None
    message: str = ""
