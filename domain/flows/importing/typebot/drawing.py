"""Draws the graph: which node follows which, and where each stands."""

from domain.flows.importing.imported import Notes
from domain.flows.importing.typebot.bubbles import BUBBLES
from domain.flows.importing.typebot.inputs import INPUTS
from domain.flows.importing.typebot.integrations import INTEGRATIONS
from domain.flows.importing.typebot.logic import LOGIC
from domain.flows.importing.typebot.making import Converter, Made, Work
from domain.flows.importing.typebot.names import Names
from domain.flows.importing.typebot.rich_text import rich_text
from domain.flows.importing.typebot.schema import Block, Group, Json, Typebot, text_of

_CONVERTERS: dict[str, Converter] = {**BUBBLES, **INPUTS, **LOGIC, **INTEGRATIONS}
_SILENT = ("start", "Jump", "note")
"""Blocks that are ways, or for their author's eyes: no node, and nothing to tell."""
_STEP = 140
"""How far below each other the nodes of a group stand."""
_END = "fim"
_MANY_ROUNDS = 1_000
"""Jumps to jumps: more than blocks that anybody draws are a circle."""

Spot = tuple[int, int]
"""A block, by the number of its group and its own within it."""


class Drawing:
    """The whole file, turned into nodes and edges."""

    def __init__(self, bot: Typebot, *, names: Names, notes: Notes) -> None:
        self._groups, self._names, self._notes = bot.groups, names, notes
        self._edges = {edge.id: edge.to for edge in bot.edges}
        self._group_spots = {group.id: number for number, group in enumerate(bot.groups)}
        self._aimed_at = {edge.to.block_id for edge in bot.edges if edge.to.block_id}
        self._made: dict[Spot, Made] = {}
        self._drawn: list[Json] = []

    def draw(self, start_id: str, at: tuple[float, float], edge_id: str | None) -> tuple[list[Json], list[Json]]:
        """Give the nodes and the edges."""
        for number, group in enumerate(self._groups):
            self._convert(number, group)
        nodes: list[Json] = [_node(start_id, "start", {}, at)]
        self._connect(start_id, None, self._along(edge_id))
        for (number, place), made in self._made.items():
            group = self._groups[number]
            corner = group.graph_coordinates
            nodes.append(_node(group.blocks[place].id, made.type, made.data, (corner.x, corner.y + place * _STEP)))
            self._leave((number, place), made)
        if any(edge["target"] == _END for edge in self._drawn):
            nodes.append(_node(_END, "end", {"outcome": "completed"}, (at[0], at[1] - _STEP)))
        return nodes, self._drawn

    def _convert(self, number: int, group: Group) -> None:
        lead = ""
        for place, block in enumerate(group.blocks):
            work = Work(
                block=block,
                place=f"{group.title or group.id} › {place + 1}",
                names=self._names,
                notes=self._notes,
                lead=lead,
            )
            if self._leads(group, place):
                lead = work.text(rich_text(block.said()))
                self._notes.converted(block.type, "question")
                continue
            lead = ""
            self._keep((number, place), work)

    def _keep(self, spot: Spot, work: Work) -> None:
        kind = work.block.type
        if kind in _SILENT or self._is_jump(work.block):
            return
        converter = _CONVERTERS.get(kind)
        if converter is None:
            work.lost("unknown_block", "this kind of block is not known")
            return
        made = converter(work)
        if made is not None:
            self._made[spot] = made
            self._notes.converted(kind, made.type)

    def _leads(self, group: Group, place: int) -> bool:
        """Whether a text is what the input right after it asks: in WhatsApp the two are one message."""
        block, after = group.blocks[place], group.blocks[place + 1 : place + 2]
        return (
            block.type == "text"
            and bool(after)
            and after[0].type in INPUTS
            and after[0].type != "payment input"
            and after[0].id not in self._aimed_at
            and block.outgoing_edge_id is None
            and bool(rich_text(block.said()))
        )

    def _leave(self, spot: Spot, made: Made) -> None:
        source = self._groups[spot[0]].blocks[spot[1]].id
        if made.ends:
            return
        goes_on = self._after(spot)
        ways = [(way.handle, self._along(way.edge_id)) for way in made.ways if way.edge_id in self._edges]
        for handle, target in ways:
            self._connect(source, handle, target or _END)
        leads_all = made.ways and len(ways) == len(made.ways) and None in made.through
        if goes_on is None and (not made.ways or leads_all):
            return
        for through in made.through:
            self._connect(source, through, goes_on or _END)

    def _connect(self, source: str, handle: str | None, target: str | None) -> None:
        if target is not None:
            edge: Json = {"id": f"e{len(self._drawn) + 1}", "source": source, "target": target}
            self._drawn.append({**edge, "source_handle": handle} if handle is not None else edge)

    def _after(self, spot: Spot) -> str | None:
        """Give the node after a block: along its edge, else the next of its group."""
        block = self._groups[spot[0]].blocks[spot[1]]
        if block.outgoing_edge_id in self._edges:
            return self._along(block.outgoing_edge_id)
        return self._node_at((spot[0], spot[1] + 1))

    def _along(self, edge_id: str | None) -> str | None:
        place = self._edges.get(edge_id or "")
        return self._node_at(self._spot(place.group_id, place.block_id)) if place is not None else None

    def _spot(self, group_id: str, block_id: str | None) -> Spot:
        number = self._group_spots.get(group_id, -1)
        if number < 0:
            return number, 0
        ids = [block.id for block in self._groups[number].blocks]
        return number, ids.index(block_id) if block_id in ids else 0

    def _node_at(self, spot: Spot) -> str | None:
        """Give the node that stands at a spot, or that one comes to from there through what is no node."""
        for _ in range(_MANY_ROUNDS):
            number, place = spot
            if number < 0 or place >= len(self._groups[number].blocks):
                return None
            block = self._groups[number].blocks[place]
            if spot in self._made:
                return block.id
            if self._is_jump(block):
                told = block.told()
                spot = self._spot(text_of(told, "groupId") or self._groups[number].id, text_of(told, "blockId") or None)
            elif block.outgoing_edge_id in self._edges:
                place_to = self._edges[block.outgoing_edge_id or ""]
                spot = self._spot(place_to.group_id, place_to.block_id)
            else:
                spot = (number, place + 1)
        return None

    def _is_jump(self, block: Block) -> bool:
        """Whether it only leads elsewhere in the same file."""
        if block.type == "Jump":
            return bool(text_of(block.told(), "groupId"))
        return block.type == "Typebot link" and text_of(block.told(), "typebotId") == "current"


def _node(node_id: str, kind: str, data: Json, at: tuple[float, float]) -> Json:
    return {"id": node_id, "type": kind, "data": data, "position": {"x": at[0], "y": at[1]}}
