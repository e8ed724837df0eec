"""What the helper that reads documents says, in one line of JSON; and the limits it holds to."""

import msgspec

from domain.ai.errors import DocumentProblem

LONGEST_LINE = 8 * 1024 * 1024
"""Bytes: the longest text there may be, with every sign of it escaped."""


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The text; or what is wrong."""

    text: str = ""
    problem: DocumentProblem | None = None
    message: str = ""
