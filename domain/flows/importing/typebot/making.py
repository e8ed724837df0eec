"""What a converter is given and what it makes: a block in, a node's data and its ways out."""

from collections.abc import Callable

import msgspec

from domain.flows.importing.imported import Notes
from domain.flows.importing.typebot.names import Names, without_code
from domain.flows.importing.typebot.schema import Block, Json


class Way(msgspec.Struct, frozen=True):
    """A way out by a handle, and Typebot's edge that it goes by."""

    handle: str
    edge_id: str | None


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A node. `through` are the handles by which it goes on as the block did; None is the default way.

    With `ends` the flow ends here.
    """

    type: str
    data: Json
    ways: tuple[Way, ...] = ()
    through: tuple[str | None, ...] = (None,)
    ends: bool = False


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """One block at a time: `place` names it for people, `lead` is the text that was said just before an input."""

    block: Block
    place: str
    names: Names
    notes: Notes
    lead: str = ""

    def text(self, raw: str) -> str:
        """Write a text as ours; code in it is told of."""
        if without_code(raw) != raw:
            self.changed("code_in_text", "the JavaScript inside {{= =}} was taken out")
        return self.names.text(raw)

    def changed(self, code: str, text: str, /, **values: str | int) -> None:
        """Say that the block is there, and not quite as it was; `text` has gaps for the values."""
        self.notes.changed(self.place, self.block.type, code, text, **values)

    def lost(self, code: str, text: str, /, **values: str | int) -> None:
        """Say that nothing of the block is left."""
        self.notes.lost(self.place, self.block.type, code, text, **values)


Converter = Callable[[Work], Made | None]
"""Makes a node of a block; None where there is none to make, of which it has told."""
