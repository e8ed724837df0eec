"""Typebot's variables under names that expressions can say, and texts that speak of them."""

import re
from collections.abc import Iterable

from domain.flows.importing.typebot.schema import Variable
from domain.flows.text import fold

_MENTION = re.compile(r"\{\{(?P<inside>[^{}]*)\}\}")
_CODE_OPENS, _CODE_CLOSES = "{{=", "=}}"
_LENGTH = 56
"""Characters of a name, before the number of those that would be the same."""
_ODD = re.compile(r"[^a-z0-9]+")


class Names:
    """Gives each variable one name of ours: small letters, digits and underscores."""

    def __init__(self, variables: Iterable[Variable]) -> None:
        self._by_id: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._taken: dict[str, int] = {}
        for variable in variables:
            ours = self._free(variable.name)
            self._by_id[variable.id] = ours
            self._by_name.setdefault(variable.name.strip(), ours)

    def of(self, variable_id: object) -> str | None:
        """Give a variable's name by its id; None for none."""
        return self._by_id.get(variable_id) if isinstance(variable_id, str) else None

    def said(self, name: str) -> str:
        """Give a variable's name by what it is called in a text; one that nobody declared gets its own."""
        if name not in self._by_name:
            self._by_name[name] = self._free(name)
        return self._by_name[name]

    def text(self, text: str) -> str:
        """Write a text so that Liquid says the same: mentions are ours, and nothing else is read as Liquid."""
        pieces: list[str] = []
        end = 0
        text = without_code(text)
        for mention in _MENTION.finditer(text):
            pieces.append(_harmless(text[end : mention.start()]))
            inside = mention["inside"].strip()
            pieces.append(f"{{{{vars.{self.said(inside)}}}}}" if inside else "")
            end = mention.end()
        return "".join([*pieces, _harmless(text[end:])])

    def _free(self, name: str) -> str:
        plain = _ODD.sub("_", fold(name)).strip("_") or "variavel"
        plain = plain if plain[0].isalpha() else f"v_{plain}"
        free = base = plain[:_LENGTH]
        while free in self._taken:
            self._taken[base] += 1
            free = f"{base}_{self._taken[base]}"
        self._taken[free] = 1
        return free


def without_code(text: str) -> str:
    """Take the JavaScript out of a text (`{{=…=}}`), which nothing here runs."""
    pieces: list[str] = []
    end = 0
    while (opens := text.find(_CODE_OPENS, end)) >= 0 and (closes := text.find(_CODE_CLOSES, opens)) >= 0:
        pieces.append(text[end:opens])
        end = closes + len(_CODE_CLOSES)
    return "".join([*pieces, text[end:]])


def mentions(text: str) -> list[str]:
    """Give what a text speaks of, in order."""
    return [mention["inside"].strip() for mention in _MENTION.finditer(text)]


def _harmless(text: str) -> str:
    return text.replace("{%", "{ %").replace("{{", "{ {")
