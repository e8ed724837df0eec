"""Reads a file of a flow, whosever it is: our own, or a Typebot."""

from collections.abc import Mapping

import msgspec

from domain.flows.codec import decode_flow, encode_flow
from domain.flows.errors import ImportRefusedError
from domain.flows.exported import FORMAT, FORMAT_VERSION
from domain.flows.importing.imported import Conversion, Imported, ImportReport
from domain.flows.importing.typebot.read_typebot import read_typebot
from domain.flows.limits import MAX_DOCUMENT_BYTES, MAX_NAME
from domain.flows.saved_tests import MAX_TEST_BYTES, MAX_TESTS, read_tests
from domain.shared.errors import ErrorDetail

MAX_FILE_BYTES = MAX_DOCUMENT_BYTES + MAX_TESTS * MAX_TEST_BYTES
"""A document and its tests, each at its largest."""
_UNNAMED = "Fluxo importado"


class _Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """Our own file, of which only the document is needed."""

    document: msgspec.Raw
    format_version: int = FORMAT_VERSION
    name: str = ""
    description: str = ""
    tests: list[msgspec.Raw] = []


def read_import(raw: bytes) -> Imported:
    """Read a file, by what is in it. Raises ImportRefusedError, and InvalidError with the places that are wrong."""
    source = _parse(raw)
    if "document" in source:
        return _bundle(raw)
    if isinstance(source.get("nodes"), list):
        return _own(_with_its_tests(source))
    if isinstance(source.get("groups"), list):
        return read_typebot(raw)
    raise _refused("", "neither a flow (`nodes` or `document`) nor a Typebot (`groups`)")


def _bundle(raw: bytes) -> Imported:
    try:
        bundle = msgspec.json.decode(raw, type=_Bundle)
    except msgspec.MsgspecError as error:
        raise _refused("", str(error)) from error
    if bundle.format_version != FORMAT_VERSION:
        raise _refused(
            "format_version", "{given} is not known; {known} is", given=bundle.format_version, known=FORMAT_VERSION
        )
    return _own(bundle)


def _with_its_tests(source: Mapping[str, object]) -> _Bundle:
    """Read a document that has its tests inside it, where it has any."""
    tests = source.get("tests")
    bare = {key: value for key, value in source.items() if key != "tests" or not isinstance(tests, list)}
    return _Bundle(
        document=msgspec.Raw(msgspec.json.encode(bare)),
        tests=[msgspec.Raw(msgspec.json.encode(test)) for test in tests] if isinstance(tests, list) else [],
    )


def _own(bundle: _Bundle) -> Imported:
    document = decode_flow(bytes(bundle.document))
    tests = [_with_name(name, test) for name, test in read_tests(bundle.tests)]
    converted = [Conversion(kind="node", became="node", count=len(document.nodes))]
    converted += [Conversion(kind="test", became="test", count=len(tests))] if tests else []
    return Imported(
        name=(bundle.name.strip() or document.name or _UNNAMED)[:MAX_NAME],
        description=bundle.description,
        document=msgspec.Raw(encode_flow(document)),
        tests=tuple(tests),
        report=ImportReport(format=FORMAT, converted=tuple(converted)),
    )


def _with_name(name: str, test: msgspec.Raw) -> msgspec.Raw:
    written = msgspec.json.decode(bytes(test), type=dict[str, object])
    return test if written.get("name") == name else msgspec.Raw(msgspec.json.encode({**written, "name": name}))


def _parse(raw: bytes) -> Mapping[str, object]:
    if len(raw) > MAX_FILE_BYTES:
        raise _refused("", "at most {limit} bytes", limit=MAX_FILE_BYTES)
    try:
        source = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _refused("", "not JSON") from error
    if not isinstance(source, Mapping):
        raise _refused("", "a JSON object")
    return source


def _refused(field: str, message: str, **values: object) -> ImportRefusedError:
    return ImportRefusedError(
        "The file cannot be imported.", details=(ErrorDetail(field=field, message=message, values=values),)
    )
