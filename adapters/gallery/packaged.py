"""The templates that lie beside this module, one JSON file each, named by its key."""

from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files

import msgspec

from application.ports.flow_gallery import FlowCategory, FlowNeed, FlowTemplate, FlowTemplateNotFoundError, Words


class _Nodes(msgspec.Struct, frozen=True):
    nodes: list[msgspec.Raw]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    category: FlowCategory
    title: Words
    description: Words
    document: msgspec.Raw
    tests: list[msgspec.Raw]
    needs: tuple[FlowNeed, ...] = ()


class PackagedGallery:
    """Implements FlowGallery. The files are read when somebody looks, once."""

    def all(self) -> Sequence[FlowTemplate]:
        """Give each, by its key."""
        return tuple(self._templates.values())

    def get(self, key: str) -> FlowTemplate:
        """Give one. Raises FlowTemplateNotFoundError."""
        found = self._templates.get(key)
        if found is None:
            raise FlowTemplateNotFoundError("There is no such template.")
        return found

    @cached_property
    def _templates(self) -> dict[str, FlowTemplate]:
        folder = files("adapters.gallery").joinpath("templates")
        names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".json"))
        return {name.removesuffix(".json"): _read(name, folder.joinpath(name).read_bytes()) for name in names}


def _read(name: str, content: bytes) -> FlowTemplate:
    file = msgspec.json.decode(content, type=_File)
    return FlowTemplate(
        key=name.removesuffix(".json"),
        category=file.category,
        title=file.title,
        description=file.description,
        needs=file.needs,
        node_count=len(msgspec.json.decode(file.document, type=_Nodes).nodes),
        test_count=len(file.tests),
        document=file.document,
        tests=file.tests,
    )
