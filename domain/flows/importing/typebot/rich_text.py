"""Typebot's rich text in WhatsApp's spelling: *bold*, _italic_, ~struck~, lists by lines, links written out."""

from collections.abc import Iterator

from domain.flows.importing.typebot.schema import Json, objects_of, text_of

_MARKS = (("bold", "*"), ("italic", "_"), ("strikethrough", "~"), ("code", "`"))
_MAX_DEPTH = 20
"""Lists within lists: no message has more."""


def rich_text(content: Json) -> str:
    """Give a text bubble's text."""
    if isinstance(content.get("richText"), list):
        return "\n".join(_lines(objects_of(content, "richText"), 0)).strip()
    return text_of(content, "plainText").strip()


def _lines(blocks: list[Json], depth: int) -> Iterator[str]:
    for block in blocks:
        kind = block.get("type")
        if depth > _MAX_DEPTH:
            return
        if kind in ("ul", "ol"):
            yield from _list(block, depth, is_ordered=kind == "ol")
        elif kind == "blockquote":
            yield f"> {_inline(block, depth)}"
        elif kind in ("code-block", "code_block"):
            yield f"```{_inline(block, depth)}```"
        elif isinstance(kind, str) and len(kind) == 2 and kind[0] == "h" and kind[1].isdigit():  # noqa: PLR2004 - h1…h6
            yield _marked(_inline(block, depth), "*")
        else:
            yield _inline(block, depth)


def _list(block: Json, depth: int, *, is_ordered: bool) -> Iterator[str]:
    for number, item in enumerate(objects_of(block, "children"), start=1):
        mark = f"{number}. " if is_ordered else "- "
        own = [child for child in objects_of(item, "children") if child.get("type") not in ("ul", "ol")]
        inner = [child for child in objects_of(item, "children") if child.get("type") in ("ul", "ol")]
        yield "  " * depth + mark + _inline({"children": own}, depth + 1)
        yield from (f"  {line}" for line in _lines(inner, depth + 1))


def _inline(element: Json, depth: int) -> str:
    if isinstance(element.get("text"), str):
        return _leaf(element)
    if depth > _MAX_DEPTH:
        return ""
    inner = "".join(_inline(child, depth + 1) for child in objects_of(element, "children"))
    if element.get("type") == "a":
        url = text_of(element, "url").removeprefix("mailto:")
        return inner if not url or inner.strip() == url else f"{inner} ({url})"
    return inner


def _leaf(leaf: Json) -> str:
    text = text_of(leaf, "text")
    for key, mark in _MARKS:
        text = _marked(text, mark) if leaf.get(key) is True else text
    return text


def _marked(text: str, mark: str) -> str:
    """Put marks around the words; WhatsApp reads none that has a space inside it at either end."""
    words = text.strip()
    if not words:
        return text
    start = text[: len(text) - len(text.lstrip())]
    return f"{start}{mark}{words}{mark}{text[len(start) + len(words) :]}"
