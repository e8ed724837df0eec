"""The gaps of a template's texts: `{{1}}`, `{{name}}`."""

import re
from collections.abc import Iterator, Mapping

from domain.shared.errors import ErrorDetail
from domain.whatsapp.templates.words import ParameterFormat

_GAP = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_NUMBER = re.compile(r"[1-9][0-9]{0,2}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}", re.ASCII)
_ADJACENT = re.compile(r"\}\}\s*\{\{")


def gaps_of(text: str | None) -> tuple[str, ...]:
    """Name the gaps of a text, each once: numbers in their order, names in order of appearance."""
    found = tuple(dict.fromkeys(_GAP.findall(text or "")))
    return tuple(sorted(found, key=int)) if all(map(_NUMBER.fullmatch, found)) else found


def fill(text: str | None, values: Mapping[str, str]) -> str:
    """Put values into the gaps; one without a value stays as it is."""
    return _GAP.sub(lambda gap: values.get(gap[1], gap[0]), text or "")


def wrong_gaps(field: str, text: str, *, of: ParameterFormat, may_border: bool) -> Iterator[ErrorDetail]:
    """Say what Meta would refuse of a text's gaps (6.1). `may_border`: whether one may stand at the start or end."""
    gaps = gaps_of(text)
    rest = _GAP.sub("", text)
    if "{{" in rest or "}}" in rest:
        yield ErrorDetail(field=field, message="has a gap that is not closed: write {{1}} or {{name}}")
    if of is ParameterFormat.NAMED:
        for name in gaps:
            if not _NAME.fullmatch(name):
                yield ErrorDetail(
                    field=field,
                    message="{{{{{name}}}}} must be named with 1 to 60 of a-z, 0-9 and _, a letter first",
                    values={"name": name},
                )
    elif gaps != tuple(str(number + 1) for number in range(len(gaps))):
        yield ErrorDetail(field=field, message="must number its gaps {{1}}, {{2}} and so on, leaving none out")
    if _ADJACENT.search(text):
        yield ErrorDetail(field=field, message="must have words between two gaps")
    bare = text.strip()
    if gaps and not may_border and (_GAP.match(bare) or bare.endswith("}}")):
        yield ErrorDetail(field=field, message="must not begin or end with a gap")
