from collections import deque

PAIR_INTERVAL = 6.0  # seconds; Meta: one message every six seconds to the same customer
PAIR_BURST = 45  # Meta: up to 45 messages at once, borrowed from later


class Throughput:
    """Messages of one number in the last second."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()

    def note(self, now: float) -> None:
        """Count a message that cannot be refused: one from a customer."""
        self._forget(now)
        self._times.append(now)

    def allows(self, now: float, *, per_second: int) -> bool:
        """Count a send when it fits under the limit; say whether it did."""
        self._forget(now)
        if len(self._times) >= per_second:
            return False
        self._times.append(now)
        return True

    def _forget(self, now: float) -> None:
        while self._times and now - self._times[0] >= 1.0:
            self._times.popleft()


class RateLimits:
    """Meta's two rates: per number and per pair of number and customer."""

    def __init__(self) -> None:
        self._numbers: dict[str, Throughput] = {}
        self._pairs: dict[tuple[str, str], float] = {}

    def throughput(self, phone_number_id: str) -> Throughput:
        """Return the counter of a number."""
        return self._numbers.setdefault(phone_number_id, Throughput())

    def allows_pair(self, phone_number_id: str, wa_id: str, *, now: float) -> bool:
        """Take one message from the pair's allowance (a theoretical arrival time, as in GCRA)."""
        key = (phone_number_id, wa_id)
        arrival = max(self._pairs.get(key, 0.0), now)
        if arrival - now > (PAIR_BURST - 1) * PAIR_INTERVAL:
            return False
        self._pairs[key] = arrival + PAIR_INTERVAL
        return True
