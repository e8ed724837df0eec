"""The small parts of a workbook: which sheet is the first, its shared texts, and which styles are days."""

import posixpath
import zipfile

import msgspec

from adapters.sheets.xlsx_cells import is_day_format
from adapters.sheets.xml_parts import blocks_of, parse
from application.ports.sheets import SheetProblem, SheetRefusedError

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STYLES, _TEXTS = "xl/styles.xml", "xl/sharedStrings.xml"


class BookParts(msgspec.Struct, frozen=True):
    """Where the first sheet lies, and what its cells point at."""

    sheet: str
    texts: list[str]
    day_styles: frozenset[str]
    is_1904: bool


def parts_of(book: zipfile.ZipFile) -> BookParts:
    """Read them. Raises SheetRefusedError."""
    names = set(book.namelist())
    sheet_id, is_1904 = _first_sheet(book)
    sheet = _targets(book).get(sheet_id) if _RELATIONS in names else None
    sheet = sheet if sheet in names else "xl/worksheets/sheet1.xml"
    if sheet not in names:
        raise SheetRefusedError("The workbook has no sheet.", problem=SheetProblem.NOT_A_SHEET)
    texts = _shared_texts(book) if _TEXTS in names else []
    styles = _day_styles(book) if _STYLES in names else frozenset[str]()
    return BookParts(sheet, texts, styles, is_1904)


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def _walk(book: zipfile.ZipFile, name: str) -> list[tuple[str, dict[str, str]]]:
    """Give every element of a small part."""
    found: list[tuple[str, dict[str, str]]] = []
    for _ in parse(
        blocks_of(book, name),
        start=lambda element, attributes: found.append((_bare(element), attributes)),
        end=lambda _: None,
        text=lambda _: None,
    ):
        pass
    return found


def _first_sheet(book: zipfile.ZipFile) -> tuple[str, bool]:
    sheet_id, is_1904 = "", False
    for element, attributes in _walk(book, _BOOK):
        if element == "workbookPr":
            is_1904 = attributes.get("date1904") in {"1", "true"}
        elif element == "sheet" and not sheet_id and attributes.get("state", "visible") == "visible":
            sheet_id = next((value for name, value in attributes.items() if _bare(name) == "id" and ":" in name), "")
    return sheet_id, is_1904


def _targets(book: zipfile.ZipFile) -> dict[str, str]:
    return {
        attributes.get("Id", ""): _within_book(attributes.get("Target", ""))
        for element, attributes in _walk(book, _RELATIONS)
        if element == "Relationship"
    }


def _within_book(target: str) -> str:
    """Name a part as the archive does; what it names is only ever looked up there."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _day_styles(book: zipfile.ZipFile) -> frozenset[str]:
    codes: dict[str, str] = {}
    days, place, is_within = set[str](), 0, False
    for element, attributes in _walk(book, _STYLES):
        if element == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif element in {"cellXfs", "cellStyles", "dxfs"}:
            is_within = element == "cellXfs"
        elif element == "xf" and is_within:
            number = attributes.get("numFmtId", "0")
            if is_day_format(int(number) if number.isdigit() else 0, codes.get(number)):
                days.add(str(place))
            place += 1
    return frozenset(days)


def _shared_texts(book: zipfile.ZipFile) -> list[str]:
    """Give the texts that cells point at; how they sound (`rPh`) is left out."""
    texts: list[str] = []
    reader = _TextReader(texts)
    for _ in parse(blocks_of(book, _TEXTS), start=reader.start, end=reader.end, text=reader.text):
        pass
    return texts


class _TextReader:
    def __init__(self, texts: list[str]) -> None:
        self._texts, self._parts = texts, list[str]()
        self._is_text, self._is_sound = False, False

    def start(self, name: str, _: dict[str, str]) -> None:
        match _bare(name):
            case "si":
                self._parts = []
            case "t":
                self._is_text = not self._is_sound
            case "rPh":
                self._is_sound = True

    def end(self, name: str) -> None:
        match _bare(name):
            case "si":
                self._texts.append("".join(self._parts))
            case "t":
                self._is_text = False
            case "rPh":
                self._is_sound = False

    def text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)
