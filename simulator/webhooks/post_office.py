import secrets
from collections.abc import Callable, Sequence
from typing import Literal

from simulator.clock import SimClock
from simulator.settings import Delivery
from simulator.state.faults import FaultBoard
from simulator.state.ledger import WebhookRow
from simulator.state.numbers import NumberBook
from simulator.webhooks.courier import Courier
from simulator.webhooks.outbox import Outbox
from simulator.webhooks.parcel import Parcel
from simulator.webhooks.updates import Update, body_of
from simulator.wire import encode_like_meta

ReleaseOrder = Literal["fifo", "reverse", "shuffle"]
HELD_MAX = 100_000  # updates kept while webhooks are held; the oldest go first
Acknowledged = Callable[[Sequence[Update]], None]


class PostOffice:
    """Takes updates, batches them per callback, and lets the courier deliver them."""

    def __init__(
        self, delivery: Delivery, clock: SimClock, faults: FaultBoard, courier: Courier, book: NumberBook
    ) -> None:
        self._delivery = delivery
        self._clock = clock
        self._faults = faults
        self._courier = courier
        self.book = book
        self.on_acknowledged: Acknowledged = _nobody
        self._boxes: dict[tuple[str, str], Outbox] = {}
        self._held: list[Update] = []

    @property
    def held(self) -> int:
        """Return how many updates wait to be released."""
        return len(self._held)

    def post(self, update: Update) -> None:
        """Send an update to its callback, unless webhooks are held."""
        if self._faults.now.webhooks.hold:
            self._held.append(update)
            del self._held[:-HELD_MAX]
            return
        self._forward(update)

    def post_together(self, updates: Sequence[Update]) -> None:
        """Send updates at once, in one body for each callback they go to."""
        if self._faults.now.webhooks.hold:
            for update in updates:
                self.post(update)
            return
        bodies: dict[tuple[str, str], list[Update]] = {}
        for update in updates:
            url = self._url(update)
            if url is not None:
                bodies.setdefault((url, update.waba.app_secret), []).append(update)
        for (url, secret), together in bodies.items():
            self._deliver(url, secret, together)

    def release(self, order: ReleaseOrder) -> int:
        """Let the held updates go in this order."""
        held, self._held = self._held, []
        if order == "reverse":
            held.reverse()
        elif order == "shuffle":
            secrets.SystemRandom().shuffle(held)
        for update in held:
            self._forward(update)
        return len(held)

    def post_raw(self, body: bytes, *, url: str, app_secret: str) -> WebhookRow:
        """Send bytes exactly as given, properly signed."""
        return self._pack(body, url=url, app_secret=app_secret, updates=(), kinds=["raw"])

    def clear(self) -> None:
        """Forget what waits to be batched or released."""
        self._held = []
        for box in self._boxes.values():
            box.close()
        self._boxes = {}

    def _url(self, update: Update) -> str | None:
        return self.book.callback_url(update.waba, update.number)

    def _forward(self, update: Update) -> None:
        url = self._url(update)
        if url is None:
            return
        secret = update.waba.app_secret
        box = self._boxes.get((url, secret))
        if box is None:
            box = Outbox(
                lambda batch: self._deliver(url, secret, batch),
                window=self._delivery.batch_window_ms / 1000,
                busy_window=self._delivery.busy_window_ms / 1000,
                most=self._delivery.batch_max,
            )
            self._boxes[url, secret] = box
        faults = self._faults.now.webhooks
        box.add(update, delay=faults.delay_ms / 1000, shuffle=faults.shuffle)

    def _deliver(self, url: str, secret: str, updates: Sequence[Update]) -> None:
        body = encode_like_meta(body_of(updates, now=self._clock.now()))
        kinds = [update.kind for update in updates]
        self._pack(body, url=url, app_secret=secret, updates=updates, kinds=kinds)

    def _pack(
        self, body: bytes, *, url: str, app_secret: str, updates: Sequence[Update], kinds: list[str]
    ) -> WebhookRow:
        row = WebhookRow(id=secrets.token_hex(8), url=url, kinds=kinds, wamids=[each.wamid for each in updates])
        rows = [row]
        if self._faults.now.webhooks.duplicate:
            rows.append(
                WebhookRow(id=secrets.token_hex(8), url=url, kinds=kinds, wamids=row.wamids, duplicate_of=row.id)
            )
        for each in rows:
            self._courier.ledger.webhooks.add(each)
            self._courier.send(
                Parcel(
                    url=url,
                    body=body,
                    app_secret=app_secret,
                    row=each,
                    on_acknowledged=lambda: self.on_acknowledged(updates),
                )
            )
        return row


def _nobody(updates: Sequence[Update]) -> None:
    """Stand in until somebody wants to know of acknowledgements."""
