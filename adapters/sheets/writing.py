"""Tables written as a stream: CSV as RFC 4180 says, with a mark that says UTF-8; XLSX with texts and nothing else."""

import asyncio
import csv
import io
import re
import zipfile
from collections.abc import AsyncIterator, Sequence
from typing import Protocol
from xml.sax.saxutils import escape

from domain.contacts.contact_import import SheetFormat
from domain.contacts.escaping import escaped

Batch = Sequence[Sequence[str]]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Contacts" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
_SHEET_BEGIN = f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'
_SHEET_END = "</sheetData></worksheet>"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST_CELL = 32_767
"""As much as a cell of a workbook holds; the rest is cut."""


class _Writer(Protocol):
    def rows(self, batch: Batch) -> bytes: ...
    def end(self) -> bytes: ...


class StreamedSheets:
    """Implements SheetWriter."""

    async def write(
        self, kind: SheetFormat, rows: AsyncIterator[Batch], *, headings: Sequence[str]
    ) -> AsyncIterator[bytes]:
        """Give the file's bytes while the rows come; what takes long is done beside the loop."""
        writer: _Writer = _XlsxWriter() if kind is SheetFormat.XLSX else _CsvWriter()
        yield await asyncio.to_thread(writer.rows, [headings])
        async for batch in rows:
            if piece := await asyncio.to_thread(writer.rows, batch):
                yield piece
        if last := await asyncio.to_thread(writer.end):
            yield last


class _CsvWriter:
    def __init__(self) -> None:
        self._is_new = True

    def rows(self, batch: Batch) -> bytes:
        text = io.StringIO()
        writer = csv.writer(text, quoting=csv.QUOTE_ALL)
        writer.writerows([escaped(cell.replace("\x00", "")) for cell in row] for row in batch)
        mark, self._is_new = "\ufeff" if self._is_new else "", False
        return (mark + text.getvalue()).encode("utf-8", "replace")

    def end(self) -> bytes:
        return b""


class _Pipe(io.RawIOBase):
    """What a zip is written to: it cannot go back, and so it says its sizes behind each part."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]  # zipfile gives bytes
        self._pieces.append(bytes(piece))
        return len(piece)

    def take(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


class _XlsxWriter:
    def __init__(self) -> None:
        self._pipe = _Pipe()
        self._book = zipfile.ZipFile(self._pipe, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=6)
        for name, text in _PARTS.items():
            self._book.writestr(name, text)
        self._sheet = self._book.open("xl/worksheets/sheet1.xml", "w")
        self._sheet.write(_SHEET_BEGIN.encode())

    def rows(self, batch: Batch) -> bytes:
        self._sheet.write("".join(map(_row, batch)).encode())
        return self._pipe.take()

    def end(self) -> bytes:
        self._sheet.write(_SHEET_END.encode())
        self._sheet.close()
        self._book.close()
        return self._pipe.take()


def _row(cells: Sequence[str]) -> str:
    return f"<row>{''.join(map(_cell, cells))}</row>"


def _cell(text: str) -> str:
    if not text:
        return "<c/>"
    shown = escape(_NOT_XML.sub("\ufffd", escaped(text)[:_LONGEST_CELL]), {"\r": "&#13;"})
    return f'<c t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
