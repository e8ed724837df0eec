"""What is in an XLSX file, looked at before anything is unzipped: its directory says how large it would become."""

import struct
import zipfile
from pathlib import Path

from application.ports.sheets import SheetProblem, SheetRefusedError

MAX_PARTS = 1_000
"""Files in a workbook; one of a hundred sheets has some two hundred."""
MAX_DIRECTORY = 1024 * 1024
"""Bytes of the list of them."""
MAX_UNZIPPED = 200 * 1024 * 1024
MAX_RATIO = 100
"""A table of nothing but the same number shrinks to a thirtieth."""
SMALL = 1024 * 1024
"""Below it a ratio says nothing: nobody is hurt by a megabyte."""

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 65_535


def open_workbook(path: Path) -> zipfile.ZipFile:
    """Open a file that may be unzipped. Raises SheetRefusedError."""
    _check_directory(path)
    try:
        book = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _refused("This is no workbook.", SheetProblem.NOT_A_SHEET) from error
    parts = book.infolist()
    if len(parts) > MAX_PARTS:
        raise _refused("The workbook has too many parts.", SheetProblem.TOO_MANY_PARTS)
    unzipped, zipped = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    is_bomb = any(_is_bomb(part.file_size, part.compress_size) for part in parts)
    if unzipped > MAX_UNZIPPED or is_bomb or _is_bomb(unzipped, zipped):
        raise _refused("The workbook becomes too large when it is unzipped.", SheetProblem.TOO_LARGE_INSIDE)
    if "xl/workbook.xml" not in book.namelist():
        raise _refused("This is no workbook.", SheetProblem.NOT_A_SHEET)
    return book


def _is_bomb(unzipped: int, zipped: int) -> bool:
    return unzipped > SMALL and unzipped > MAX_RATIO * max(1, zipped)


def _check_directory(path: Path) -> None:
    """Read how many parts there are said to be, before a list of them is made."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _LONGEST_COMMENT - _END.size))
        tail = file.read()
    place = tail.rfind(_END_MARK)
    if place < 0 or len(tail) - place < _END.size:
        raise _refused("This is no workbook.", SheetProblem.NOT_A_SHEET)
    _, _, _, _, parts, directory, _, _ = _END.unpack_from(tail, place)
    if parts > MAX_PARTS or directory > MAX_DIRECTORY:
        raise _refused("The workbook has too many parts.", SheetProblem.TOO_MANY_PARTS)


def _refused(message: str, problem: SheetProblem) -> SheetRefusedError:
    return SheetRefusedError(message, problem=problem)
