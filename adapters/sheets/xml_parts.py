"""Reads the parts of a workbook with expat, as a stream: no entities, no document types, no tree in memory."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from application.ports.sheets import SheetProblem, SheetRefusedError

_BLOCK = 64 * 1024

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def blocks_of(book: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Unzip a part, some of it at a time. Raises SheetRefusedError for what is damaged or encrypted."""
    try:
        with book.open(name) as part:
            yield from iter(lambda: part.read(_BLOCK), b"")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise SheetRefusedError("The workbook is damaged.", problem=SheetProblem.DAMAGED) from error


def parse(blocks: Iterator[bytes], *, start: Start, end: End, text: Callable[[str], None]) -> Iterator[None]:
    """Call back for every element, whatever its prefix; yield after each block. Raises SheetRefusedError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EntityDeclHandler = _refuse_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        for block in blocks:
            parser.Parse(block, False)
            yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError as error:
        raise SheetRefusedError("The workbook is damaged.", problem=SheetProblem.DAMAGED) from error


def _refuse_doctype(*_: object) -> None:
    raise SheetRefusedError("A workbook declares no document type.", problem=SheetProblem.DOCTYPE)
