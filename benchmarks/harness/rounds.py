"""Interleaved rounds: A, B, C, then B, C, A, …; what is reported is the median of the ratios of each round."""

import statistics
from collections.abc import Awaitable, Callable, Mapping, Sequence

import msgspec

from benchmarks.harness.machine import load

MAX_SPREAD = 2.0
"""A side whose best round is more than twice its worst says little: the run is made once more."""

Side = Callable[[int], Awaitable["Sample"]]
"""Measures one side in round number n, and checks what it did."""


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One side in one round: units a second, and whatever else is worth a column."""

    rate: float
    cpu_us: float = 0.0
    more: dict[str, float] = {}


class Ratio(msgspec.Struct, frozen=True, kw_only=True):
    """The median of the rounds' ratios, and their range."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.low:.2f}–{self.high:.2f})"


class Rounds(msgspec.Struct, frozen=True, kw_only=True):
    """All samples by side, and the load average before each round."""

    samples: dict[str, list[Sample]]
    loads: list[str]
    notes: list[str]

    def ratio(self, side: str, other: str) -> Ratio:
        """Compare two sides' rates, round by round."""
        pairs = zip(self.samples[side], self.samples[other], strict=True)
        ratios = [one.rate / two.rate for one, two in pairs]
        return Ratio(median=statistics.median(ratios), low=min(ratios), high=max(ratios))

    def rate(self, side: str) -> float:
        """Give the median rate of a side."""
        return statistics.median(sample.rate for sample in self.samples[side])

    def rates(self, side: str) -> str:
        """Give the median rate of a side and its range."""
        rates = [sample.rate for sample in self.samples[side]]
        return f"{self.rate(side):,.0f} ({min(rates):,.0f}–{max(rates):,.0f})"

    def cpu_us(self, side: str) -> float:
        """Give the median CPU time of a unit in microseconds."""
        return statistics.median(sample.cpu_us for sample in self.samples[side])

    def median(self, side: str, name: str) -> float:
        """Give the median of another column."""
        return statistics.median(sample.more[name] for sample in self.samples[side])

    def worst(self, side: str, name: str) -> float:
        """Give the highest value of another column."""
        return max(sample.more[name] for sample in self.samples[side])


async def interleave(name: str, sides: Mapping[str, Side], *, rounds: int) -> Rounds:
    """Run the rounds; run them all once more when a side's rates lie too far apart."""
    seen = await _run(name, sides, rounds=rounds)
    wild = _wild(seen)
    if not wild:
        return seen
    again = await _run(f"{name}, again", sides, rounds=rounds)
    again.notes.append(
        f"{name}: repeated, since {', '.join(wild)} varied more than {MAX_SPREAD:g}×; the first time: {_ratios(seen)}"
    )
    if still := _wild(again):
        again.notes.append(f"{name}: {', '.join(still)} varied more than {MAX_SPREAD:g}× in the repetition too")
    return again


async def _run(name: str, sides: Mapping[str, Side], *, rounds: int) -> Rounds:
    seen = Rounds(samples={side: [] for side in sides}, loads=[], notes=[])
    for number in range(rounds):
        seen.loads.append(load())
        for side in _rotated(list(sides), number):
            sample = await sides[side](number)
            seen.samples[side].append(sample)
            print(f"  {name} · round {number + 1} · {side}: {_line(sample)} · load {load()}", flush=True)
    return seen


def _ratios(seen: Rounds) -> str:
    first, *others = seen.samples
    return ", ".join(f"{first} / {other} {seen.ratio(first, other)}" for other in others)


def _rotated(sides: Sequence[str], number: int) -> list[str]:
    start = number % len(sides)
    return [*sides[start:], *sides[:start]]


def _line(sample: Sample) -> str:
    columns = [f"{sample.rate:,.0f}/s", f"{sample.cpu_us:,.0f} µs CPU"]
    return " · ".join([*columns, *(f"{name} {value:,.2f}" for name, value in sample.more.items())])


def _wild(seen: Rounds) -> list[str]:
    return [side for side, samples in seen.samples.items() if _spread(samples) > MAX_SPREAD]


def _spread(samples: Sequence[Sample]) -> float:
    rates = [sample.rate for sample in samples]
    return max(rates) / max(min(rates), 1e-9)
