"""Whatever is logged is one line, and of an exception nobody logs the text."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from entrypoints.logs import OneLine, escaped, processors_of

FORGED = "x\r\n2026-01-01 [info] request status=200\x1b[2J\u2028\u2029\x85\x00\x7f"
BREAKS = "\r\n\x1b\u2028\u2029\x85\x00\x7f"


@pytest.fixture(params=["json", "console"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    text = io.StringIO()
    structlog.configure(processors=processors_of(request.param), logger_factory=structlog.PrintLoggerFactory(file=text))
    yield text
    structlog.reset_defaults()


def without_colours(text: str) -> str:
    """Take away what the console renderer itself writes."""
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[35m", "\x1b[36m"):
        text = text.replace(code, "")
    return text


def test_no_value_breaks_a_line(written: io.StringIO) -> None:
    structlog.get_logger().info("request", agent=FORGED, deep={FORGED: [FORGED]}, raw=FORGED.encode())

    [line, rest] = without_colours(written.getvalue()).split("\n")
    assert rest == ""
    assert not set(BREAKS) & set(line)


def test_json_is_still_what_was_said() -> None:
    text = io.StringIO()
    structlog.configure(processors=processors_of("json"), logger_factory=structlog.PrintLoggerFactory(file=text))

    structlog.get_logger().info("request", agent=FORGED)
    structlog.reset_defaults()

    assert json.loads(text.getvalue())["agent"] == FORGED


def test_what_is_readable_stays() -> None:
    assert escaped("Olá, João — 3 ✓") == "Olá, João — 3 ✓"
    assert escaped("a\tb\n") == "a\\tb\\n"


def broken() -> None:
    raise ValueError("canary")


def test_a_librarys_line_is_one_and_holds_no_exceptions_text() -> None:
    try:
        broken()
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("lib", logging.ERROR, __file__, 1, "broke %s", (FORGED,), info)
    logging.Formatter().format(record)  # keeps the traceback in the record

    line = OneLine().format(record)

    assert not set(BREAKS) & set(line)
    assert "ValueError at test_logs.py" in line
    assert "canary" not in line
