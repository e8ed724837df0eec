"""Several small pools of connections instead of one large one.

httpcore looks at each idle connection of a pool twice a request, to see whether the other side closed it. With the
thirty connections of one busy number that was a thirtieth of a worker's time (py-spy, `benchmarks/end_to_end.py`).
"""

from collections.abc import Sequence

import httpx


class SplitTransport(httpx.AsyncBaseTransport):
    """Gives each request to the least busy pool, the first of equals: a quiet number keeps to few connections."""

    def __init__(self, pools: Sequence[httpx.AsyncBaseTransport]) -> None:
        self._pools = pools
        self._busy = [0] * len(pools)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send it."""
        place = self._busy.index(min(self._busy))
        self._busy[place] += 1
        try:
            return await self._pools[place].handle_async_request(request)
        finally:
            self._busy[place] -= 1

    async def aclose(self) -> None:
        """Close all pools."""
        for pool in self._pools:
            await pool.aclose()
