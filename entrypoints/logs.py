"""Logs: an event name and keys, one line each. Never a message's text, a phone, an e-mail or a token."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import Processor

CHATTY = ("httpx", "httpcore")
"""Libraries that log whole addresses and headers below WARNING."""
SILENT = ("pgqueuer",)
"""It logs tracebacks of what we handle; `entrypoints/consumers/jobs.py` says what became of a job."""


MAX_FRAMES = 12
"""Of an exception: ours and those below; the framework's are above."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class OneLine(logging.Formatter):
    """What libraries log: a line a record. Of an exception its kind and place, for its text may hold anything."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Write it."""
        record.exc_text = None  # another handler's formatter may have kept the whole traceback there
        return escaped(super().format(record))

    def formatException(  # noqa: N802 - the base's own name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Say what it was, and where: the innermost calls."""
        if ei[1] is None:
            return ""
        frames = traceback.extract_tb(ei[2])[-MAX_FRAMES:]
        places = " > ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}:{frame.name}" for frame in frames)
        return f"{type(ei[1]).__qualname__} at {places}"


def escaped(text: str) -> str:
    """Write out line breaks and what moves a terminal's cursor: nobody whose words are logged forges a line."""
    return _CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def _one_line(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Do the same for our own lines; JSON does it by itself, and what is no text is written by `repr`."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = escaped(value)
    return event


def processors_of(log_format: str) -> list[Processor]:
    """Give the way of a line of ours: `json` for machines, else coloured for people."""
    json: list[Processor] = [structlog.processors.JSONRenderer()]
    console: list[Processor] = [_one_line, structlog.dev.ConsoleRenderer()]
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        *(json if log_format == "json" else console),
    ]


def set_up_logs(log_format: str) -> None:
    """Log to standard error, as JSON for machines or coloured for people."""
    theirs = logging.StreamHandler(sys.stderr)
    theirs.setFormatter(OneLine())
    logging.basicConfig(level=logging.WARNING, handlers=[theirs])
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    structlog.configure(
        processors=processors_of(log_format),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )


def place_of(error: BaseException) -> str:
    """Name the innermost line of ours where it happened; an exception's own text may hold what must not be logged."""
    trace = error.__traceback__
    place = "unknown"
    while trace is not None:
        place = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
