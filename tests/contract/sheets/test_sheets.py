"""SheetReader and SheetWriter: what they read, what they refuse (reference F23), what they escape (F24)."""

from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest

from adapters.sheets.reading import SheetWorkshop
from adapters.sheets.writing import StreamedSheets
from application.ports.sheets import SheetProblem, SheetRefusedError, SheetRow
from domain.contacts.contact_import import SheetFormat
from domain.contacts.escaping import unescaped
from tests.contract.sheets.books import MAIN, SHEET, book, many_parts, nested, sheet_of

CSV, XLSX = SheetFormat.CSV, SheetFormat.XLSX
LAUGHS = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};&a{n - 1};">' for n in range(1, 30))
DOCTYPE = f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}<!ENTITY f SYSTEM "file:///etc/passwd">]>'


async def read(path: Path, kind: SheetFormat, *, skip: int = 0) -> tuple[tuple[str, ...], list[SheetRow]]:
    async with SheetWorkshop().open(path, kind, skip=skip) as sheet:
        return sheet.headings, [row async for chunk in sheet.chunks() for row in chunk]


def file(folder: Path, body: bytes) -> Path:
    path = folder / "table"
    path.write_bytes(body)
    return path


@pytest.mark.parametrize(
    "body",
    [
        "nome,fone\r\nJosé,1\r\n",
        "nome;fone\nJosé;1\n",
        "nome\tfone\nJosé\t1",
        '"nome"|"fone"\n\n"José"|"1"\n||\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
async def test_encoding_and_delimiter_are_found(tmp_path: Path, body: str, encoding: str) -> None:
    headings, rows = await read(file(tmp_path, body.encode(encoding)), CSV)

    assert headings == ("nome", "fone")
    assert [row.cells for row in rows] == [["José", "1"]]


async def test_begins_behind_the_rows_that_are_done(tmp_path: Path) -> None:
    body = "n\n" + "".join(f"{number}\n\n" for number in range(2_500))

    _, rows = await read(file(tmp_path, body.encode()), CSV, skip=2_400)

    assert (len(rows), rows[0]) == (100, SheetRow(4_802, ["2400"]))


async def test_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    headings, rows = await read(book(tmp_path / "b"), XLSX)

    assert headings == ("Nome", "Fone", "", "", "Dia")
    assert rows == [SheetRow(3, ["José", "5511955550001", "true", "", "2026-08-12"])]


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: book(path, sheet=SHEET + " " * 3_000_000), SheetProblem.TOO_LARGE_INSIDE),
        (lambda path: many_parts(path, 1_001), SheetProblem.TOO_MANY_PARTS),
        (nested, SheetProblem.NOT_A_SHEET),
        (lambda path: book(path, sheet=DOCTYPE + SHEET.replace("TODAY()", "&a29;")), SheetProblem.DOCTYPE),
        (lambda path: book(path, texts=f"{DOCTYPE}<sst {MAIN}><si><t>&f;</t></si></sst>"), SheetProblem.DOCTYPE),
        (lambda path: book(path, book=DOCTYPE + "<workbook/>"), SheetProblem.DOCTYPE),
        (lambda path: book(path, sheet=SHEET[:-40]), SheetProblem.DAMAGED),
        (
            lambda path: book(path, sheet=sheet_of(['<row r="1"><c r="XFD1"><v>1</v></c></row>'])),
            SheetProblem.TOO_MANY_COLUMNS,
        ),
        (lambda path: book(path, sheet=sheet_of([])), SheetProblem.EMPTY),
        (lambda path: book(path).write_bytes(b"PK\x03\x04 no zip") and path, SheetProblem.NOT_A_SHEET),
    ],
)
async def test_evil_workbooks_are_refused(tmp_path: Path, make: Callable[[Path], Path], problem: SheetProblem) -> None:
    with pytest.raises(SheetRefusedError) as refused:
        await read(make(tmp_path / "b"), XLSX)

    assert refused.value.problem is problem


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"a" + b",a" * 1_000_000, SheetProblem.TOO_MANY_COLUMNS),
        (b"a,b\n\x81\x8d,2\n", SheetProblem.ENCODING),
        (b"a,b\n\x00\x01,2\n", SheetProblem.ENCODING),
        (b"\xff\xfea", SheetProblem.ENCODING),
        (b'a,b\n"' + b"x" * 200_000, SheetProblem.ROW_TOO_LONG),
        (b"\n\n", SheetProblem.EMPTY),
        (b"", SheetProblem.EMPTY),
    ],
)
async def test_evil_tables_are_refused(tmp_path: Path, body: bytes, problem: SheetProblem) -> None:
    with pytest.raises(SheetRefusedError) as refused:
        await read(file(tmp_path, body), CSV)

    assert refused.value.problem is problem


async def test_one_that_takes_too_much_memory_ends_its_helper_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The helper's own limit, here a small one."""
    texts = "".join(f"<si><t>{number:032}</t></si>" for number in range(150_000))
    monkeypatch.setattr("adapters.sheets.reading.HELPER", "tests.contract.sheets.starved")

    with pytest.raises(SheetRefusedError) as refused:
        await read(book(tmp_path / "b", texts=f"<sst {MAIN}>{texts}</sst>"), XLSX)

    assert refused.value.problem in {SheetProblem.DAMAGED, SheetProblem.TOO_LARGE_INSIDE}


CELLS = [
    ["=1+1", "+55", "-2", "@SUM(A1)", "\tx", "\rx"],
    ['  =cmd|"/c calc"!A0', '"=1', "'=1", "''=1", "＝1", "5511955550001"],
    ["José; \"o\" 'bom'", "a\nb", "", "<b>&amp;</b>", "'", "it's"],
]


@pytest.mark.parametrize("kind", [CSV, XLSX])
async def test_what_is_written_is_no_formula_and_comes_back(tmp_path: Path, kind: SheetFormat) -> None:
    async def batches() -> AsyncIterator[Sequence[Sequence[str]]]:
        yield CELLS

    body = b"".join([piece async for piece in StreamedSheets().write(kind, batches(), headings=list("abcdef"))])
    headings, rows = await read(file(tmp_path, body), kind)

    assert headings == tuple("abcdef")
    raw = [cell for row in rows for cell in row.cells if cell]
    assert not [cell for cell in raw if cell.lstrip(" \"'")[:1] in set("=+-@\t\r") and not cell.startswith("'")]
    came_back = [[unescaped(cell) for cell in row.cells] for row in rows]
    assert [[cell.strip() for cell in row] for row in CELLS] == [
        [cell.strip() for cell in row] + [""] * (6 - len(row)) for row in came_back
    ]
