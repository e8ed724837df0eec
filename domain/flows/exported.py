"""A flow as a file: its document, its tests, and where it comes from. What is exported can be imported."""

import msgspec

from domain.flows.saved_tests import SavedTest
from domain.shared.ids import FlowId

FORMAT = "pytake.flow"
FORMAT_VERSION = 1


class ExportedFlow(msgspec.Struct, frozen=True, kw_only=True):
    """The file. `version` is the number under which the document was published last, 0 where it never was.

    By the `id`, files that are tested together jump to each other; an import gives the flow another.
    """

    format: str = FORMAT
    format_version: int = FORMAT_VERSION
    id: FlowId | None = None
    name: str
    description: str = ""
    version: int = 0
    document: msgspec.Raw
    tests: tuple[msgspec.Raw, ...] = ()


def exported(
    *, flow_id: FlowId, name: str, description: str, version: int, document: msgspec.Raw, tests: list[SavedTest]
) -> ExportedFlow:
    """Make the file; each test has its name in it."""
    return ExportedFlow(
        id=flow_id,
        name=name,
        description=description,
        version=version,
        document=document,
        tests=tuple(_named(test) for test in tests),
    )


def _named(test: SavedTest) -> msgspec.Raw:
    written = msgspec.json.decode(bytes(test.document), type=dict[str, object])
    if written.get("name") == test.name:
        return test.document
    return msgspec.Raw(msgspec.json.encode({**written, "name": test.name}))
