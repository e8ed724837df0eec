import asyncio
import logging
import time

import httpx

from simulator.clock import SimClock
from simulator.settings import Delivery
from simulator.state.faults import FaultBoard
from simulator.state.ledger import Attempt, Ledger
from simulator.webhooks.parcel import Parcel
from simulator.wire import signature_of

USER_AGENT = "facebookexternalua"  # what Meta's webhooks say
WRONG_SECRET = "not-the-app-secret"  # noqa: S105 — signs badly on purpose
CONNECTIONS_MAX = 64  # to all callbacks together
_OK = 200

logger = logging.getLogger(__name__)


class Courier:
    """Posts parcels, a few at once per callback, and retries with backoff until a 200 comes back."""

    def __init__(self, settings: Delivery, faults: FaultBoard, ledger: Ledger, clock: SimClock) -> None:
        self._settings = settings
        self._faults = faults
        self.ledger = ledger
        self._clock = clock
        self._transport: httpx.AsyncHTTPTransport | None = None
        self._lanes: dict[str, asyncio.Semaphore] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def send(self, parcel: Parcel) -> None:
        """Start delivering; the parcel's ledger row tells how it went."""
        task = asyncio.create_task(self._deliver(parcel))
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            logger.error("webhook_delivery_crashed", exc_info=error)

    async def verify(self, url: str, *, parameters: dict[str, str]) -> str:
        """Perform the GET handshake and return the answer's text, empty when it is not a 200."""
        try:
            answer = await self._exchange(httpx.Request("GET", url, params=parameters))
        except (httpx.HTTPError, httpx.InvalidURL):
            return ""
        return answer.text if answer.status_code == _OK else ""

    async def stop(self) -> None:
        """Give up what is under way and close the connections."""
        await self.drop_all()
        if self._transport is not None:
            await self._transport.aclose()
            self._transport = None

    async def drop_all(self) -> None:
        """Give up what is under way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def under_way(self) -> int:
        """Return how many parcels are not yet acknowledged."""
        return len(self._tasks)

    async def _exchange(self, request: httpx.Request) -> httpx.Response:
        """Do one exchange on the bare transport: a client's cookies and redirects cost half the time."""
        if self._transport is None:
            limits = httpx.Limits(max_connections=CONNECTIONS_MAX, max_keepalive_connections=CONNECTIONS_MAX)
            self._transport = httpx.AsyncHTTPTransport(limits=limits, trust_env=False)
        request.extensions = {"timeout": httpx.Timeout(self._settings.timeout_seconds).as_dict()}
        answer = await self._transport.handle_async_request(request)
        try:
            await answer.aread()
        finally:
            await answer.aclose()
        return answer

    async def _deliver(self, parcel: Parcel) -> None:
        lane = self._lanes.setdefault(parcel.url, asyncio.Semaphore(self._settings.concurrency))
        pause = self._settings.retry_first_ms / 1000
        give_up = time.monotonic() + self._settings.retry_for_seconds
        ledger = self.ledger
        while True:
            async with lane:
                attempt = await self._post(parcel)
            parcel.row.attempts.append(attempt)
            if attempt.status == _OK:
                parcel.row.delivered_at = self._clock.now()
                ledger.webhooks_delivered += 1
                parcel.on_acknowledged()
                return
            ledger.attempts_failed += 1
            if time.monotonic() + pause > give_up:
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, self._settings.retry_cap_ms / 1000)

    async def _post(self, parcel: Parcel) -> Attempt:
        bad = self._faults.now.webhooks.bad_signature
        signature = signature_of(parcel.body, app_secret=WRONG_SECRET if bad else parcel.app_secret)
        headers = {
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
            "X-Hub-Signature-256": signature,
        }
        at = self._clock.now()
        try:
            request = httpx.Request("POST", parcel.url, content=parcel.body, headers=headers)
            answer = await self._exchange(request)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Attempt(at=at, status=None, error=type(error).__name__)
        return Attempt(at=at, status=answer.status_code)
