"""What an import gives: a flow's document, its tests, and what became of each part of the file."""

from collections import Counter

import msgspec

from domain.shared.phrases import filled


class ImportNote(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it was: `lost` where nothing of it is left, else it was changed and should be read.

    `place` says where in the file it stood, `kind` what it was called there; `values` are what the code's text says of
    this very case.
    """

    place: str
    kind: str
    code: str
    message: str
    lost: bool
    values: dict[str, str | int] = {}


class Conversion(msgspec.Struct, frozen=True, kw_only=True):
    """How many things of a kind became what."""

    kind: str
    became: str
    count: int


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a file."""

    format: str
    converted: tuple[Conversion, ...] = ()
    notes: tuple[ImportNote, ...] = ()


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """A flow that was read: its document decodes, and its tests can be run; whether it may run is asked later."""

    name: str
    document: msgspec.Raw
    report: ImportReport
    description: str = ""
    tests: tuple[msgspec.Raw, ...] = ()


class Notes:
    """Collects what an importer tells."""

    def __init__(self) -> None:
        self._converted: Counter[tuple[str, str]] = Counter()
        self._notes: list[ImportNote] = []

    def converted(self, kind: str, became: str) -> None:
        """Count one."""
        self._converted[kind, became] += 1

    def changed(self, place: str, kind: str, code: str, text: str, /, **values: str | int) -> None:
        """Say that something is there, and not quite as it was; `text` has gaps for the values."""
        said = filled(text, values)
        self._notes.append(ImportNote(place=place, kind=kind, code=code, message=said, values=values, lost=False))

    def lost(self, place: str, kind: str, code: str, text: str, /, **values: str | int) -> None:
        """Say that nothing of it is left."""
        said = filled(text, values)
        self._notes.append(ImportNote(place=place, kind=kind, code=code, message=said, values=values, lost=True))

    def report(self, name: str) -> ImportReport:
        """Give all of it."""
        return ImportReport(
            format=name,
            converted=tuple(
                Conversion(kind=kind, became=became, count=count)
                for (kind, became), count in sorted(self._converted.items())
            ),
            notes=tuple(self._notes),
        )
