"""Delivers events: an envelope, static headers, retries for whatever is not a success or a flat refusal."""

import asyncio
import random
from datetime import UTC, datetime

import httpx
import msgspec
from msgspec import Struct

from simulator.clock import SimClock
from simulator.evolution.instances import Instance
from simulator.settings import Delivery
from simulator.state.faults import FaultBoard
from simulator.state.ledger import Attempt, Ledger, WebhookRow
from simulator.wire import JsonObject

ATTEMPTS_MAX = 10
REFUSED = frozenset({400, 401, 403, 404, 422})  # not tried again
DUPLICATE_AFTER = 0.02
USER_AGENT = "axios/1.7.9"


class _Parcel(Struct, frozen=True, kw_only=True):
    url: str
    body: bytes
    headers: dict[str, str]
    row: WebhookRow


class EvolutionCourier:
    """Posts events, each on its own: nothing keeps their order."""

    def __init__(self, delivery: Delivery, faults: FaultBoard, clock: SimClock, *, public_url: str) -> None:
        self._delivery, self._faults, self._clock, self._public_url = delivery, faults, clock, public_url
        self.ledger = Ledger()
        self._client: httpx.AsyncClient | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: list[_Parcel] = []
        self._random = random.Random(11)  # noqa: S311 — a fixed seed: a run can be repeated

    def emit(self, instance: Instance, event: str, data: object, *, message_id: str | None = None) -> None:
        """Send an event to whoever the instance tells it to."""
        hook = instance.hook
        name = event.replace(".", "_").replace("-", "_").upper()
        if hook is None or not hook.enabled or (hook.events and name not in hook.events):
            return
        url = hook.url + (f"/{event.replace('.', '-')}" if hook.by_events else "")
        body = msgspec.json.encode(self._envelope(instance, event, data, url=url))
        row = WebhookRow(
            id=f"evo-{self.ledger.webhooks.total + 1}",
            url=url,
            kinds=[event],
            wamids=[message_id] if message_id else [],
        )
        self.ledger.webhooks.add(row)
        parcel = _Parcel(url=url, body=body, headers=hook.headers, row=row)
        if self._faults.now.webhooks.hold:
            self._held.append(parcel)
            return
        self._start(parcel)
        if self._faults.now.webhooks.duplicate:
            self._start(parcel, after=DUPLICATE_AFTER)

    def release(self) -> int:
        """Let held events go."""
        held, self._held = self._held, []
        for parcel in held:
            self._start(parcel)
        return len(held)

    async def drop_all(self) -> None:
        """Give up what is under way."""
        self._held = []
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def stop(self) -> None:
        """Give up what is under way and close the connections."""
        await self.drop_all()
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    def _envelope(self, instance: Instance, event: str, data: object, *, url: str) -> JsonObject:
        now = datetime.fromtimestamp(self._clock.now(), tz=UTC)
        sender: JsonObject = {"sender": instance.jid} if instance.jid is not None else {}
        return {
            "event": event,
            "instance": instance.name,
            "data": data,
            "destination": url,
            "date_time": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            **sender,
            "server_url": self._public_url,
            "apikey": None,
        }

    def _start(self, parcel: _Parcel, *, after: float = 0.0) -> None:
        webhooks = self._faults.now.webhooks
        after += webhooks.delay_ms / 1000 + (self._random.random() * 0.2 if webhooks.shuffle else 0)
        task = asyncio.create_task(self._deliver(parcel, after=after))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, parcel: _Parcel, *, after: float) -> None:
        if after > 0:
            await asyncio.sleep(after)
        pause = self._delivery.retry_first_ms / 1000
        for _ in range(ATTEMPTS_MAX):
            attempt = await self._post(parcel)
            parcel.row.attempts.append(attempt)
            if attempt.status is not None and httpx.codes.is_success(attempt.status):
                parcel.row.delivered_at = self._clock.now()
                self.ledger.webhooks_delivered += 1
                return
            self.ledger.attempts_failed += 1
            if attempt.status in REFUSED:
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, self._delivery.retry_cap_ms / 1000)

    async def _post(self, parcel: _Parcel) -> Attempt:
        if self._client is None:
            self._client = httpx.AsyncClient(timeout=self._delivery.timeout_seconds, trust_env=False)
        headers = {"Content-Type": "application/json", "User-Agent": USER_AGENT, **parcel.headers}
        if self._faults.now.webhooks.bad_signature:
            headers.update(dict.fromkeys(parcel.headers, "wrong"))
        at = self._clock.now()
        try:
            answer = await self._client.post(parcel.url, content=parcel.body, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Attempt(at=at, status=None, error=type(error).__name__)
        return Attempt(at=at, status=answer.status_code)
