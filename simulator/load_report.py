from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from msgspec import Struct

from simulator.state.ledger import SendRow, WebhookRow


class LoadReport(Struct, frozen=True, kw_only=True):
    """What became of a load; times are in milliseconds, from the customer's writing to the accepted answer."""

    sent: int
    answered: int
    lost: int
    doubled: int
    extra: int
    undelivered: int
    redelivered: int
    rate: float
    latency_p50_ms: float
    latency_p95_ms: float
    latency_p99_ms: float


def summarize(
    asked: dict[str, tuple[str, float]],
    sends: Sequence[SendRow],
    webhooks: Sequence[WebhookRow],
    *,
    writing_seconds: float,
) -> LoadReport:
    """Count loss and duplicates, and measure the answers.

    `lost` were never answered; `doubled` are sends whose callback data was already accepted; `extra` are
    further sends that answer no message; `undelivered` never got a 200; `redelivered` got more than one.
    """
    delivered = Counter(
        wamid for row in webhooks if row.delivered_at is not None for wamid in row.wamids if wamid in asked
    )
    repeats = Counter(send.biz_opaque_callback_data for send in sends if send.biz_opaque_callback_data)
    doubled = sum(repeats.values()) - len(repeats)
    latencies, extra = match_answers(asked, sends)
    latencies.sort()
    return LoadReport(
        sent=len(asked),
        answered=len(latencies),
        lost=len(asked) - len(latencies),
        doubled=doubled,
        extra=max(0, extra - doubled),
        undelivered=sum(1 for wamid in asked if delivered[wamid] == 0),
        redelivered=sum(1 for count in delivered.values() if count > 1),
        rate=len(asked) / writing_seconds if writing_seconds > 0 else 0.0,
        latency_p50_ms=percentile(latencies, 0.50),
        latency_p95_ms=percentile(latencies, 0.95),
        latency_p99_ms=percentile(latencies, 0.99),
    )


def match_answers(asked: dict[str, tuple[str, float]], sends: Sequence[SendRow]) -> tuple[list[float], int]:
    """Pair each message with its answer; return the latencies and the number of sends left over."""
    waiting: dict[str, deque[str]] = defaultdict(deque)
    for wamid in sorted(asked, key=lambda each: asked[each][1]):
        waiting[asked[wamid][0]].append(wamid)
    latencies: list[float] = []
    extra = 0
    seen: set[str] = set()
    for send in sends:
        data = send.biz_opaque_callback_data
        queue = waiting[send.to]
        if (data is not None and data in seen) or not queue:
            extra += 1
            continue
        if data is not None:
            seen.add(data)
        quoted = send.context_id
        wamid = quoted if quoted is not None and quoted in queue else queue[0]
        queue.remove(wamid)
        latencies.append((send.accepted_at - asked[wamid][1]) * 1000)
    return latencies, extra


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the value below which this share lies, 0 for an empty sequence."""
    if not ordered:
        return 0.0
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
