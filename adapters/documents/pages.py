"""HTML as text: what a person reads of it, with its headings; nothing that a browser runs."""

import re
from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "button"})
"""What is no text of the page."""
_BLOCK_NAMES = """
address article aside blockquote br dd div dl dt fieldset figcaption figure footer form header hr main nav ol p pre
section table tbody thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})
MAX_DEPTH = 1_000
"""Elements of the silent kind within each other: no honest page has two."""


def text_of_html(source: str) -> str:
    """Give a page's text."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    lines = [re.sub(r"[ \t\r\f\v\u00a0]+", " ", line).strip() for line in "".join(reader.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Collects text; the library's parser forgives what browsers forgive."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        del attrs
        if tag in _SILENT and len(self._silent) < MAX_DEPTH:
            self._silent.append(tag)
        if self._silent:
            if tag == "body":
                self._silent.clear()
            return
        if tag in _HEADINGS:
            self.parts.append(f"\n\n{_HEADINGS[tag]} ")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _CELLS:
            self.parts.append(" | ")
        elif tag in _BLOCKS:
            self.parts.append("\n" if tag == "br" else "\n\n" if tag != "tr" else "\n")

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif not self._silent and (tag in _HEADINGS or (tag in _BLOCKS and tag != "tr")):
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Take text; its own line breaks mean nothing."""
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
