import random
from typing import Literal

import msgspec
from msgspec import Struct, field

from simulator.errors import CATALOGUE
from simulator.wire import JsonObject

WORDED_KINDS = frozenset({"429", "5xx_before", "5xx_after", "drop_before", "drop_after"})


class NextFault(Struct, kw_only=True, forbid_unknown_fields=True):
    """What happens to the next `count` sends (for ever when null), each with this probability."""

    kind: str
    count: int | None = 1
    probability: float = 1.0
    asynchronous: bool | None = None
    http_status: int | None = None


class WebhookFaults(Struct, kw_only=True, forbid_unknown_fields=True):
    """What happens to webhooks while it is switched on."""

    duplicate: bool = False
    shuffle: bool = False
    bad_signature: bool = False
    delay_ms: int = 0
    hold: bool = False


class ThroughputLimit(Struct, kw_only=True, forbid_unknown_fields=True):
    """Meta: 80 messages a second per number, both directions together."""

    enabled: bool = False
    per_second: int = 80


class PairRate(Struct, kw_only=True, forbid_unknown_fields=True):
    """Meta: one message in six seconds to one customer, with a burst of 45."""

    enabled: bool = False


class IspFaults(Struct, kw_only=True, forbid_unknown_fields=True):
    """What is wrong with the provider's system; `drop_after` opens the ticket and hangs up."""

    down: bool = False
    latency_ms: int = 0
    status: Literal[0, 429, 500, 502, 503] = 0
    malformed: bool = False
    drop_after: bool = False


class Faults(Struct, kw_only=True, forbid_unknown_fields=True):
    """Every fault of the simulator, as `/_sim/faults` reads and writes it."""

    latency_ms: int = 0
    next: list[NextFault] = field(default_factory=list)
    webhooks: WebhookFaults = field(default_factory=WebhookFaults)
    throughput_limit: ThroughputLimit = field(default_factory=ThroughputLimit)
    pair_rate: PairRate = field(default_factory=PairRate)
    window_sync: bool = False
    quality: Literal["GREEN", "YELLOW", "RED"] = "GREEN"
    down: bool = False
    isp: IspFaults = field(default_factory=IspFaults)


class UnknownFaultError(ValueError):
    """The fault's kind is neither a word we know nor an error code of Meta's catalogue."""


class FaultBoard:
    """The faults that are switched on now."""

    def __init__(self) -> None:
        self.now = Faults()
        self._random = random.Random(20261122)  # noqa: S311 — a fixed seed: a run can be repeated

    def change(self, patch: JsonObject) -> Faults:
        """Merge a partial body; `next` replaces the whole queue."""
        merged = _merge(msgspec.to_builtins(self.now), patch)
        changed = msgspec.convert(merged, type=Faults)
        for fault in changed.next:
            if fault.kind not in WORDED_KINDS and not (fault.kind.isdigit() and int(fault.kind) in CATALOGUE):
                raise UnknownFaultError(fault.kind)
        self.now = changed
        return changed

    def clear(self) -> None:
        """Switch everything off."""
        self.now = Faults()

    def take(self) -> NextFault | None:
        """Return the fault that strikes this send, counting it down."""
        for fault in self.now.next:
            if fault.probability < 1.0 and self._random.random() >= fault.probability:
                continue
            if fault.count is not None:
                fault.count -= 1
                if fault.count <= 0:
                    self.now.next.remove(fault)
            return fault
        return None


def _merge(current: JsonObject, patch: JsonObject) -> JsonObject:
    merged = dict(current)
    for key, value in patch.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged
