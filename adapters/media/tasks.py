"""What passes between us and a helper process, a line of JSON each way."""

import msgspec

from application.ports.media_tools import Looks, Sniffed
from domain.media.errors import MediaProblem


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked: `do` is the name of a method of MediaTools."""

    do: str
    path: str
    target: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One of the three."""

    sniffed: Sniffed | None = None
    looks: Looks | None = None
    problem: MediaProblem | None = None
    message: str = ""
