"""Words for people: an English sentence with named gaps, which whoever speaks another language translates by."""

from collections.abc import Mapping

import msgspec


class Phrase(msgspec.Struct, frozen=True):
    """A sentence such as `at most {limit} characters`, and what stands in its gaps."""

    template: str
    values: Mapping[str, object] = {}

    def __str__(self) -> str:
        """Say it in English."""
        return filled(self.template, self.values)


def phrase(template: str, /, **values: object) -> Phrase:
    """Write a phrase; without values braces are braces."""
    return Phrase(template, values)


def filled(template: str, values: Mapping[str, object]) -> str:
    """Fill the gaps; a template without values is taken as it stands, braces and all."""
    return template.format_map(values) if values else template
