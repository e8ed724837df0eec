"""A Typebot becomes a flow: each block a node, in the order in which a contact would meet them."""

import msgspec

from domain.flows.codec import decode_flow, encode_flow
from domain.flows.errors import ImportRefusedError
from domain.flows.importing.imported import Imported, Notes
from domain.flows.importing.typebot.drawing import Drawing
from domain.flows.importing.typebot.names import Names
from domain.flows.importing.typebot.schema import Event, Json, Typebot
from domain.flows.limits import MAX_EDGES, MAX_NAME, MAX_NODES
from domain.shared.errors import ErrorDetail

FORMAT = "typebot"
MAX_BLOCKS = 4 * MAX_NODES
"""Some blocks are no nodes: jumps, notes, texts before an input, what is lost. The document has its own limit."""
MAX_VARIABLES = 2_000
"""More names than anybody has given."""
_KNOWN = "6"
_UNNAMED = "Typebot importado"


def read_typebot(raw: bytes) -> Imported:
    """Read a file that Typebot exported. Raises ImportRefusedError, and InvalidError for more than a flow may hold."""
    try:
        bot = msgspec.json.decode(raw, type=Typebot)
    except msgspec.MsgspecError as error:
        raise ImportRefusedError(
            "This is no Typebot that can be read.", details=(ErrorDetail(field="", message=str(error)),)
        ) from error
    _refuse_too_much(bot)
    notes = Notes()
    if not (bot.version or "").startswith(_KNOWN):
        notes.changed("", "typebot", "version", "version {version} was read as version 6", version=bot.version or "–")
    notes.changed("", "typebot", "trigger", "nothing starts it yet: choose a trigger")
    name = (bot.name.strip() or _UNNAMED)[:MAX_NAME]
    document = decode_flow(msgspec.json.encode(_document(bot, name, notes)))
    return Imported(name=name, document=msgspec.Raw(encode_flow(document)), report=notes.report(FORMAT))


def _refuse_too_much(bot: Typebot) -> None:
    """Refuse what could not become a flow, before any work is done for it."""
    counts = {
        "groups": (sum(len(group.blocks) for group in bot.groups), MAX_BLOCKS),
        "edges": (len(bot.edges), MAX_EDGES),
        "variables": (len(bot.variables), MAX_VARIABLES),
    }
    wrong = [
        ErrorDetail(field=field, message="{found}; at most {limit}", values={"found": found, "limit": most})
        for field, (found, most) in counts.items()
        if found > most
    ]
    if wrong:
        raise ImportRefusedError("The Typebot is too large.", details=tuple(wrong))


def _document(bot: Typebot, name: str, notes: Notes) -> Json:
    drawing = Drawing(bot, names=Names(bot.variables), notes=notes)
    start = _start(bot)
    edge = start.outgoing_edge_id
    nodes, edges = drawing.draw(start.id, (start.graph_coordinates.x, start.graph_coordinates.y), edge)
    return {"name": name, "trigger": {"type": "manual"}, "nodes": nodes, "edges": edges}


def _start(bot: Typebot) -> Event:
    """Give where it begins: an event, or in old files a block of the first group."""
    for event in bot.events or []:
        if event.type == "start":
            return event
    for group in bot.groups:
        for block in group.blocks:
            if block.type == "start":
                at = group.graph_coordinates
                return Event(id=block.id, outgoing_edge_id=block.outgoing_edge_id, graph_coordinates=at)
    raise ImportRefusedError(
        "The Typebot begins nowhere.", details=(ErrorDetail(field="events", message="no start event"),)
    )
