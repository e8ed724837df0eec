"""Contacts from files: CSV and XLSX, beside COPY of the same rows and openpyxl reading the same file."""

import csv
import resource
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import asyncpg

from adapters.postgres.contact_words import contact_vector
from adapters.sheets.reading import SheetWorkshop
from adapters.sheets.writing import StreamedSheets
from application.contacts.import_contacts import ImportContacts, ImportContactsHandler
from application.contacts.run_contact_import import RunContactImport, RunContactImportHandler
from application.shared.actor import Actor
from benchmarks.harness.machine import load
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Rounds, Sample, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import Company, World, company
from domain.contacts.contact import Contact, searchable
from domain.contacts.contact_import import SheetFormat
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId, UserId
from domain.shared.phone import phone_key
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

NAME = "imports"
CSV, XLSX, COPY = "import of CSV", "import of XLSX", "COPY of the same rows"
READING, PEER = "reading XLSX", "openpyxl, read-only"
GOAL, GOAL_READING = 0.25, 1 / 1.5
MOST_SECONDS = 60.0
MOST_MEMORY = 300
HEADINGS = ("name", "phone", "email", "language")
COLUMNS = (
    "tenant_id", "id", "name", "phone", "phone_key", "email", "language", "attributes", "source", "lifecycle_stage",
    "search_text", "search", "version", "created_at", "updated_at",
)  # fmt: skip
HOW = (
    "`import` is the job of the product from the stored file to the last commit: a process that reads, every row "
    "checked, its phone looked up in both spellings, contacts and their story written by the thousand. COPY writes "
    "contacts that are ready. Memory is the most of any process that reads or writes."
)


async def run(world: World, size: Size) -> Finding:
    """Measure both kinds of file, and the reading alone."""
    count = size.import_rows
    async with AsyncExitStack() as stack:
        found = await stack.enter_async_context(company(world, name=NAME, public_url="http://127.0.0.1:9"))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        desk = _Desk(found, folder, count=count)
        await desk.open(stack)
        sides = {CSV: desk.csv, XLSX: desk.xlsx, COPY: desk.copy}
        seen = await interleave(NAME, sides, rounds=min(size.rounds, 3))
        reading = {READING: desk.read} | ({PEER: desk.peer} if find_spec("openpyxl") else {})
        read = await interleave("reading", reading, rounds=min(size.rounds, 3))
    return _finding(seen, read, count=count)


class _Desk:
    """A company's contacts, as files and as rows."""

    def __init__(self, found: Company, folder: Path, *, count: int) -> None:
        self._company, self._folder, self._count = found, folder, count
        self._files: dict[SheetFormat, Path] = {}

    async def open(self, stack: AsyncExitStack) -> None:
        """Write the files, and wire what reads them."""
        settings = {**self._company.environment, "PYTAKE_FILES": f"file:{self._folder / 'store'}"}
        self._container = make_container(read_settings(settings))
        stack.push_async_callback(self._container.close)
        self._owner = await asyncpg.connect(self._company.owner_url)
        stack.push_async_callback(self._owner.close)
        await self._owner.execute("UPDATE platform.tenants SET limits = '{\"contacts\": null}'")
        for kind in SheetFormat:
            self._files[kind] = self._folder / f"table.{kind}"
            with self._files[kind].open("wb") as file:
                async for piece in StreamedSheets().write(kind, self._batches(), headings=HEADINGS):
                    file.write(piece)

    async def csv(self, _: int) -> Sample:
        """Import the CSV file."""
        return await self._import(SheetFormat.CSV)

    async def xlsx(self, _: int) -> Sample:
        """Import the workbook."""
        return await self._import(SheetFormat.XLSX)

    async def copy(self, _: int) -> Sample:
        """Write the same contacts as rows."""
        await self._empty()
        now, tenant = datetime.now(UTC), self._company.tenant_id
        ready = self._folder / "copy.csv"
        with ready.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            for name, phone, email, language in self._rows():
                one = Contact(id=ContactId(uuid4()), created_at=now, name=name, phone=phone, email=email)
                lines.writerow(
                    [tenant, one.id, name, phone, phone_key(phone), email, language, "{}", "import", "lead",
                     searchable(one), contact_vector(one, tenant_id=tenant), 0, now, now]
                )  # fmt: skip
        began = time.perf_counter()
        await self._owner.copy_to_table("contacts", source=ready, columns=COLUMNS, format="csv")
        return Sample(rate=self._count / (time.perf_counter() - began), more={"MB": 0.0})

    async def read(self, _: int) -> Sample:
        """Read the workbook as an import does."""
        began, seen = time.perf_counter(), 0
        async with SheetWorkshop().open(self._files[SheetFormat.XLSX], SheetFormat.XLSX) as sheet:
            async for chunk in sheet.chunks():
                seen += len(chunk)
        return self._rate(seen, began)

    async def peer(self, _: int) -> Sample:
        """Read the workbook with openpyxl."""
        from openpyxl import load_workbook  # noqa: PLC0415 - in the benchmarks' own lock, and perhaps not installed

        began = time.perf_counter()
        book = load_workbook(self._files[SheetFormat.XLSX], read_only=True)
        seen = sum(1 for _ in book.active.iter_rows(values_only=True)) - 1
        return self._rate(seen, began)

    async def _import(self, kind: SheetFormat) -> Sample:
        await self._empty()
        bring = await self._container.get(ImportContactsHandler)
        run_job = await self._container.get(RunContactImportHandler)
        actor = Actor(
            user_id=UserId(uuid4()),
            tenant_id=self._company.tenant_id,
            session_id=None,
            permissions=frozenset({Permission.CONTACTS_IMPORT}),
        )
        import_id = await bring(actor, ImportContacts(chunks=_pieces(self._files[kind])))
        began = time.perf_counter()
        await run_job(RunContactImport(tenant_id=self._company.tenant_id, import_id=import_id))
        took = time.perf_counter() - began
        written = await self._owner.fetchval("SELECT count(*) FROM contacts")
        if written != self._count:
            raise AssertionError(f"{written} contacts of {self._count}")
        return Sample(rate=self._count / took, more={"MB": _most_memory()})

    def _rate(self, seen: int, began: float) -> Sample:
        if seen != self._count:
            raise AssertionError(f"{seen} rows of {self._count}")
        return Sample(rate=seen / (time.perf_counter() - began), more={"MB": _most_memory()})

    async def _empty(self) -> None:
        await self._owner.execute("TRUNCATE contacts CASCADE")

    def _rows(self) -> Iterator[tuple[str, str, str, str]]:
        for number in range(self._count):
            yield f"José da Silva {number}", f"55119{80_000_000 + number}", f"p{number}@clientes.example", "pt-BR"

    async def _batches(self) -> AsyncIterator[list[tuple[str, str, str, str]]]:
        batch = []
        for row in self._rows():
            batch.append(row)
            if len(batch) == 1_000:  # noqa: PLR2004 - as an export does
                yield batch
                batch = []
        yield batch


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            yield piece


def _most_memory() -> float:
    """Give the most megabytes that this process or one that it waited for has held."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def _finding(seen: Rounds, read: Rounds, *, count: int) -> Finding:
    ratio, memory = seen.ratio(CSV, COPY), max(seen.worst(side, "MB") for side in (CSV, XLSX))
    rows = [
        Row(what=f"import of {count:,} contacts (CSV), beside COPY", goal=f"≥ {GOAL}×",
            seen=f"{seen.rate(CSV):,.0f} of {seen.rate(COPY):,.0f} rows/s", ratio=str(ratio), met=ratio.median >= GOAL),
        *(
            Row(what=f"{side}: 100,000 contacts", goal=f"≤ {MOST_SECONDS:.0f} s",
                seen=f"{100_000 / seen.rate(side):.1f} s", met=100_000 / seen.rate(side) <= MOST_SECONDS)
            for side in (CSV, XLSX)
        ),
        Row(what="import: most memory of a process", goal=f"≤ {MOST_MEMORY} MB", seen=f"{memory:.0f} MB",
            met=memory <= MOST_MEMORY),
    ]  # fmt: skip
    if PEER in read.samples:
        beside = read.ratio(READING, PEER)
        rows.append(
            Row(what="reading XLSX, beside openpyxl read-only", goal=f"≥ {GOAL_READING:.2f}×",
                seen=f"{read.rate(READING):,.0f} of {read.rate(PEER):,.0f} rows/s", ratio=str(beside),
                met=beside.median >= GOAL_READING)
        )  # fmt: skip
    sides = [(seen, side) for side in (CSV, XLSX, COPY)] + [(read, side) for side in read.samples]
    return Finding(
        title="Imports",
        how=f"{count:,} contacts of four columns. {HOW}",
        rows=tuple(rows),
        details=table(["side", "rows a second"], [[side, rounds.rates(side)] for rounds, side in sides]),
        remarks=(*seen.notes, *read.notes),
        loads=(*seen.loads, load()),
    )
