"""What flows may name: departments, people, secrets, knowledge bases, tags, templates."""

from collections.abc import Collection
from typing import Protocol

from domain.flows.inspection import Named
from domain.whatsapp.templates.template import MessageTemplate


class FlowNames(Protocol):
    """Knows what is there, all of a kind at once: a flow is checked against it before it is published."""

    async def known(self, kinds: Collection[Named]) -> dict[Named, frozenset[str]]:
        """Give the names and ids that a flow may write, as `name_key` folds them; people by id and e-mail."""
        ...

    async def templates(self, names: Collection[str]) -> list[MessageTemplate]:
        """Give the templates of these names, of every number and in every language."""
        ...
