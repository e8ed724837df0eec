import time


class SimClock:
    """The simulator's own wall clock, which a test may push forward."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Return Unix seconds as the simulated world sees them."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> float:
        """Move the world forward (never back) and return the new time."""
        self._ahead += max(0.0, seconds)
        return self.now()

    def reset(self) -> None:
        """Return to the machine's time."""
        self._ahead = 0.0
