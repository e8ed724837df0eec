"""One round of the doctor: what it knows already, and the hops in the order in which they rest on each other."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click
import msgspec
from dishka import AsyncContainer

from application.ports.clock import Clock
from application.ports.health import DatabaseFacts, DatabaseTrouble
from domain.shared.errors import PyTakeError
from entrypoints.cli.doctor.finding import Finding, broken, not_tried
from entrypoints.settings import Settings

PATIENCE = 10.0
"""Seconds for one hop: what takes longer is broken for those who wait for it."""
LEAST_FREE_BYTES = 500 * 1024 * 1024
"""A busy journal writes as much in some minutes."""

FACTS = "facts"
"""What is known of the database once a connection has its role."""
FENCE = "fence"
"""A tenant's own rows can be read: without its policy a table shows none."""
SCHEMA = "schema"
WORKER = "worker"
"""One is alive."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What to look at."""

    slug: str | None = None
    folder: Path = Path()
    least_free_bytes: int = LEAST_FREE_BYTES


class Round:
    """What was found so far; `blocked` says, for what later hops need, which hop stands in its way."""

    def __init__(self, container: AsyncContainer, settings: Settings, question: Question) -> None:
        self.container, self.settings, self.question = container, settings, question
        self.blocked: dict[str, str] = {}
        self.trouble: DatabaseTrouble | None = None
        self.facts: DatabaseFacts

    async def database_now(self) -> datetime:
        """Give the database's time, which stamps heartbeats and lanes; ours may be off."""
        clock: Clock = await self.container.get(Clock)
        return clock.now() + self.facts.clock_ahead

    async def take(self, hop: "Hop") -> Finding:
        """Try one hop within its time, unless something that it needs is broken."""
        culprit = next((self.blocked[need] for need in hop.needs if need in self.blocked), None)
        if culprit is not None:
            return self.note(not_tried(hop.name, because=culprit))
        return self.note(await _tried(hop, self))

    def note(self, finding: Finding) -> Finding:
        """Remember what does not hold, under the name of what is to be mended first."""
        if not finding.ok:
            self.blocked.setdefault(finding.hop, finding.rests_on or finding.hop)
        return finding


class Hop(NamedTuple):
    """One thing to try, and the names of what must hold before."""

    name: str
    needs: tuple[str, ...]
    probe: Callable[[Round], Awaitable[Finding]]


async def taken(hops: tuple[Hop, ...], on: Round) -> AsyncIterator[Finding]:
    """Try hops one after the other."""
    for hop in hops:
        yield await on.take(hop)


async def _tried(hop: Hop, on: Round) -> Finding:
    try:
        async with asyncio.timeout(PATIENCE):
            return await hop.probe(on)
    except TimeoutError:
        fix = "It hangs: see its process, its log, and the network between it and this machine."
        return broken(hop.name, f"no answer in {PATIENCE:g} s", fix=fix)
    except PyTakeError as error:
        return broken(hop.name, error.message, fix="Try again; if it stays, look in the logs of what this hop names.")
    except click.ClickException:
        raise
    except Exception as error:  # noqa: BLE001 - one hop that nobody foresaw must not keep the others from being tried
        fix = "Nobody foresaw this: please report it, with what stands above."
        return broken(hop.name, f"the doctor stumbled ({type(error).__name__})", fix=fix)
