"""Going through a list as programs do: cursor after cursor, to its end."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from application.shared.page import Page, PageRequest

Item = TypeVar("Item")


async def walk(read: Callable[[PageRequest], Awaitable[Page[Item]]], *, limit: int) -> list[list[Item]]:
    """Give every page from the empty cursor on; none of them pays for counting."""
    pages = [await read(PageRequest(cursor="", limit=limit))]
    while (cursor := pages[-1].next_cursor) is not None:
        pages.append(await read(PageRequest(cursor=cursor, limit=limit)))
    assert all((page.page, page.total) == (None, None) for page in pages)
    return [page.items for page in pages]
