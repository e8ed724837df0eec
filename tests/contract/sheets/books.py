"""Workbooks, right ones and evil ones, made by hand."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = (
    f'<workbook {MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Oculta" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Pessoas" sheetId="2" r:id="rId2"/>'
    "</sheets></workbook>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId2" Target="worksheets/pessoas.xml"/></Relationships>'
)
STYLES = (
    f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
TEXTS = f"<sst {MAIN}><si><t>Nome</t></si><si><r><t>Jo</t></r><r><t>sé</t></r><rPh><t>x</t></rPh></si></sst>"
SHEET = (
    f'<worksheet {MAIN}><dimension ref="A1:E3"/><sheetData>'
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Fone</t></is></c><c r="E1" t="str">'
    "<v>Dia</v></c></row>"
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>5.511955550001E12</v></c><c r="C3" t="b"><v>1</v></c>'
    '<c r="D3" t="e"><v>#REF!</v></c><c r="E3" s="2"><f>TODAY()</f><v>46246</v></c></row>'
    "</sheetData></worksheet>"
)


def book(path: Path, **parts: str | bytes) -> Path:
    """Write a workbook; `sheet`, `texts`, `book` replace its parts."""
    found: Mapping[str, str | bytes] = {
        "xl/workbook.xml": parts.get("book", BOOK),
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": parts.get("texts", TEXTS),
        "xl/worksheets/pessoas.xml": parts.get("sheet", SHEET),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in found.items():
            archive.writestr(name, text)
    return path


def sheet_of(rows: Sequence[str]) -> str:
    """Write a sheet of rows."""
    return f"<worksheet {MAIN}><sheetData>{''.join(rows)}</sheetData></worksheet>"


def many_parts(path: Path, count: int) -> Path:
    """Write a zip of very many files."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"xl/{number}", b"")
    return path


def nested(path: Path) -> Path:
    """Write a zip whose only file is a zip."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(10_000_000))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    return path
