"""Flows as files: read, tested and checked on this machine alone, as a customer's own CI does it."""

from pathlib import Path
from uuid import UUID

import click
import msgspec

from domain.flows.codec import decode_flow
from domain.flows.flow import FlowVersion
from domain.flows.importing.imported import Imported
from domain.flows.importing.read_import import read_import
from domain.flows.language import Language
from domain.flows.saved_tests import read_tests
from domain.flows.testing import FlowTest, TestRun, run_test
from domain.flows.tools import Tools
from domain.shared.ids import FlowId, FlowVersionId
from entrypoints.cli.run import told_in_a_line

Tests = list[tuple[str, FlowTest]]


class FlowFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file, read: the flow as the engine runs it, and its tests by name."""

    path: Path
    flow: FlowVersion
    tests: Tests


class _Id(msgspec.Struct, frozen=True):
    """The part of an export that names the flow."""

    id: UUID | None = None


def read_file(path: Path, *, number: int, more_tests: list[Path]) -> FlowFile:
    """Read a file, with tests of its own and those of other files. Ends the command for what cannot be read."""
    with told_in_a_line():
        raw = path.read_bytes()
        read = read_import(raw)
        tests = _tests(list(read.tests))
        for other in more_tests:
            tests += _tests(_list_in(other))
        return FlowFile(path=path, flow=_version(raw, read, number), tests=tests)


def play(file: FlowFile, test: FlowTest, *, language: Language, others: list[FlowFile]) -> TestRun:
    """Run one test; jumps lead to the flows of the other files."""
    tools = Tools(
        expressions=language.expressions,
        templates=language.templates,
        regex=language.regex,
        flows={other.flow.flow_id: other.flow for other in others},
    )
    return run_test(file.flow, test, tools)


def _version(raw: bytes, read: Imported, number: int) -> FlowVersion:
    document = decode_flow(bytes(read.document))
    flow_id = _id_of(raw) or UUID(int=number)
    return FlowVersion(
        id=FlowVersionId(UUID(int=number)), flow_id=FlowId(flow_id), number=0, name=read.name, document=document
    )


def _id_of(raw: bytes) -> UUID | None:
    """Give the id that an export names; a document alone has none."""
    try:
        return msgspec.json.decode(raw, type=_Id).id
    except msgspec.ValidationError:
        return None


def _tests(documents: list[msgspec.Raw]) -> Tests:
    return [(name, msgspec.json.decode(bytes(test), type=FlowTest)) for name, test in read_tests(documents)]


def _list_in(path: Path) -> list[msgspec.Raw]:
    """Read a file of tests: a list, or an object with `tests`."""
    raw = path.read_bytes()
    try:
        found = msgspec.json.decode(raw, type=list[msgspec.Raw] | dict[str, msgspec.Raw])
        if isinstance(found, dict):
            return msgspec.json.decode(bytes(found["tests"]), type=list[msgspec.Raw])
    except (msgspec.MsgspecError, KeyError) as error:
        raise click.ClickException(f"{path}: neither a list of tests nor an object with `tests`") from error
    return found
