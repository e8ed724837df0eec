"""How much of everything a run does: little by default, so that it fits `make test`; much with PYTAKE_SOAK=1."""

import os
import random
from datetime import timedelta

import msgspec

SOAK = os.environ.get("PYTAKE_SOAK") == "1"
SEED = int(os.environ.get("PYTAKE_FAULT_SEED", "20261122"))
"""Of every random moment; printed by the tests that draw from it, so that a run can be repeated."""


class Sizes(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of one size."""

    contacts: int
    """Conversations in the large cases; the others take a share of it."""
    few: int
    """Conversations in the small cases, of which there are many."""
    messages: int
    """What each contact writes."""
    rate: float
    """Contacts that begin in a second."""
    api_kills: int
    worker_kills: int
    """How often a process is ended while they write; a worker's lanes wait a lease each time."""
    seconds_away: float
    """How long a server or the provider is away."""
    jump: timedelta
    """By how much the clock moves."""
    backlog: int
    """Messages of the noisy neighbour."""
    patience: float
    """Seconds in which everything must have come to rest."""


SMALL = Sizes(
    contacts=60,
    few=8,
    messages=3,
    rate=30,
    api_kills=3,
    worker_kills=2,
    seconds_away=3,
    jump=timedelta(seconds=6),
    backlog=300,
    patience=40,
)
LARGE = Sizes(
    contacts=1_000,
    few=100,
    messages=3,
    rate=25,
    api_kills=20,
    worker_kills=12,
    seconds_away=60,
    jump=timedelta(minutes=10),
    backlog=3_000,
    patience=900,
)
SIZES = LARGE if SOAK else SMALL

LEASE_SECONDS = 15.0 if SOAK else 2.0
"""The product's own in the large size; short in the small one, which would else wait for most of its time."""
UNKNOWN_SECONDS = 180.0 if SOAK else 10.0
"""Instead of the product's ten minutes. It is longer than any outage that a test makes and the provider's pause after
it: else a status would come too late, and what waits for it would rightly go out twice."""
STEP_UNKNOWN_SECONDS = 20.0 if SOAK else 4.0
"""The same where no webhook is kept away."""


def dice(name: str) -> random.Random:
    """Give randomness of one's own, and say how to have it again."""
    print(f"PYTAKE_FAULT_SEED={SEED} ({name})")  # noqa: T201 - pytest shows it with a failure
    return random.Random(f"{SEED}:{name}")
