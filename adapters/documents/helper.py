"""The process that reads one document of somebody else's. It has no secrets, little memory, some time.

A file that is made to break its reader breaks this process, and nothing else.
"""

import resource
import sys
from pathlib import Path

import msgspec

from adapters.documents.pages import text_of_html
from adapters.documents.pdf import text_of_pdf
from adapters.documents.protocol import Said
from adapters.documents.texts import read_text
from domain.ai.errors import DocumentProblem, DocumentRefusedError
from domain.ai.knowledge import HTML, MAX_TEXT, PDF

MEMORY = 768 * 1024**2
"""Bytes of address space: a large handbook, and Python."""
CPU_SECONDS = 40


def said_of(path: Path, mime: str) -> Said:
    """Say a document's text, or what is wrong with it."""
    try:
        text = text_of(path, mime)
    except DocumentRefusedError as error:
        return Said(problem=error.problem, message=error.message)
    except (MemoryError, RecursionError):
        return Said(problem=DocumentProblem.TOO_SLOW, message="The document takes too much memory.")
    if len(text) > MAX_TEXT:
        return Said(problem=DocumentProblem.TOO_LONG, message="The document is too long.")
    return Said(text=text)


def text_of(path: Path, mime: str) -> str:
    """Give a document's text. Raises DocumentRefusedError, MemoryError, RecursionError."""
    text = text_of_pdf(path) if mime == PDF else read_text(path)
    if mime == HTML:
        text = text_of_html(text)
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    if not clean.strip():
        raise DocumentRefusedError("There is no text in it.", problem=DocumentProblem.NO_TEXT)
    return clean


def main() -> None:
    """Read the file that the command line names, and say it."""
    path, mime = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(msgspec.json.encode(said_of(Path(path), mime)) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
