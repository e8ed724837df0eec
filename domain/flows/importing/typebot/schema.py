"""The parts of a Typebot's file that matter. Everything is optional there, and so it is here."""

import msgspec

Json = dict[str, object]


class Point(msgspec.Struct, frozen=True):
    """Where something is drawn."""

    x: float = 0
    y: float = 0


class Block(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One step of a group; `content` of bubbles, `options` of the rest, `items` of what has several ways out."""

    id: str
    type: str
    content: object = None
    options: object = None
    items: list[Json] = []
    outgoing_edge_id: str | None = None

    def said(self) -> Json:
        """Give the content, if it is an object."""
        return self.content if isinstance(self.content, dict) else {}

    def told(self) -> Json:
        """Give the options, if they are an object."""
        return self.options if isinstance(self.options, dict) else {}


class Group(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Blocks that follow each other."""

    id: str
    title: str = ""
    graph_coordinates: Point = Point()
    blocks: list[Block] = []


class Event(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Where it begins."""

    id: str
    type: str = "start"
    outgoing_edge_id: str | None = None
    graph_coordinates: Point = Point()


class Place(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Where an edge leads: to a group, perhaps to a block within it."""

    group_id: str
    block_id: str | None = None


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A way; where it comes from is said by whatever has its id."""

    id: str
    to: Place


class Variable(msgspec.Struct, frozen=True, kw_only=True):
    """A variable; things name it by its id, texts by its name."""

    id: str
    name: str = ""


class Typebot(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file."""

    version: str | None = None
    name: str = ""
    events: list[Event] | None = None
    groups: list[Group] = []
    edges: list[Edge] = []
    variables: list[Variable] = []


def text_of(source: Json, key: str) -> str:
    """Give a text of an object; empty where there is none."""
    value = source.get(key)
    return value if isinstance(value, str) else ""


def objects_of(source: Json, key: str) -> list[Json]:
    """Give the objects of a list in an object."""
    value = source.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def object_of(source: Json, key: str) -> Json:
    """Give an object in an object."""
    value = source.get(key)
    return value if isinstance(value, dict) else {}
