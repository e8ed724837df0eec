"""Which names a text shows, and which of them it asks for first."""

import re
from collections.abc import Iterator

from liquid.static_analysis import TemplateAnalysis

_MARKUP = re.compile(r"\{\{.*?\}\}|\{%-?\s*(?P<tag>\w+).*?%\}", re.DOTALL)
_ASKING = frozenset({"if", "elsif", "unless", "case", "when"})
_DEFAULT = re.compile(r"\|\s*default\b")


def names_in(text: str, analysis: TemplateAnalysis) -> tuple[str, ...]:
    """Give the paths that are shown without being asked for, each once, in their order."""
    asking = [(found.start(), found.end()) for found in _MARKUP.finditer(text) if _asks(found)]
    used = sorted(_used(analysis))
    asked = {path for place, path in used if any(begin <= place < end for begin, end in asking)}
    shown = dict.fromkeys(path for _, path in used)
    return tuple(path for path in shown if not any(path == one or path.startswith(f"{one}.") for one in asked))


def _asks(found: re.Match[str]) -> bool:
    """Whether what is not there does no harm in this markup."""
    return found["tag"] in _ASKING or _DEFAULT.search(found.group()) is not None


def _used(analysis: TemplateAnalysis) -> Iterator[tuple[int, str]]:
    for uses in analysis.globals.values():
        for use in uses:
            yield use.span.index, ".".join(_words(use.segments))


def _words(segments: object) -> Iterator[str]:
    """Give the steps up to the first that is no plain name."""
    for segment in segments if isinstance(segments, list | tuple) else ():
        if not isinstance(segment, str):
            return
        yield segment
