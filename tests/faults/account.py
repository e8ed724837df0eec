"""The count from outside: what was written, what is stored, what went out, what is left lying."""

import os
import time
from collections import Counter
from pathlib import Path

import msgspec

from tests.faults.crowd import Crowd
from tests.faults.site import Site, until
from tests.faults.sizes import SIZES

LEFT = """
SELECT (SELECT count(*) FROM platform.webhook_journal) AS journal,
  (SELECT count(*) FROM platform.inbound_items) AS items,
  (SELECT count(*) FROM outbound) AS sends,
  (SELECT count(*) FROM early_statuses) AS statuses,
  (SELECT count(*) FROM platform.lanes WHERE lease_owner IS NOT NULL OR due_at <= now()) AS lanes
"""
"""What lies somewhere on its way; all zero at rest."""

STORED = """
SELECT provider_message_id AS wamid, count(*) AS copies FROM messages WHERE direction = 'inbound' GROUP BY 1
"""
UNREAD = """
SELECT id::text, status, status_at, error_code, error_detail FROM messages
WHERE direction = 'outbound' AND status <> 'read' LIMIT 5
"""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of a run that went well."""

    written: int
    stored: int
    answered: int
    lost: int
    doubled: int
    misordered: int
    repeated_attempts: int
    seconds: float


async def at_rest(site: Site, *, seconds: float = SIZES.patience) -> None:
    """Wait until nothing lies on its way and every answer's last status is known."""

    async def rests() -> bool:
        [left] = await site.rows(LEFT)
        assert not any(left.values()), dict(left)
        assert not await site.rows(UNREAD), "answers whose last status has not come"
        return True

    try:
        await until(rests, seconds=seconds)
    except AssertionError as error:
        raise AssertionError(f"{error}\n{await _what_lies(site)}") from error


async def _what_lies(site: Site) -> str:
    """Show the first rows of what does not come to rest, and the ends of the logs."""
    questions = (
        (
            "SELECT kind, due_at - now() AS due_in, leased_until - now() AS leased_for, lease_owner, attempts, crashes,"
            " error FROM platform.lanes WHERE due_at IS NOT NULL OR lease_owner IS NOT NULL LIMIT 5"
        ),
        (
            "SELECT state, attempts, unknowns, not_before - now() AS held_for, now() - submitted_at AS submitted_for,"
            " count(*) FROM outbound GROUP BY 1, 2, 3, 4, 5 LIMIT 5"
        ),
        "SELECT paused_until - now() AS paused_for, pause_reason FROM whatsapp_configs",
        UNREAD,
        "SELECT kind, error, convert_from(body, 'UTF8') AS body FROM platform.dead_letters LIMIT 5",
    )
    rows = [str(dict(row)) for question in questions for row in await site.rows(question)]
    unread = {row["id"] for row in await site.rows(UNREAD)}
    for section in ("sends", "refused"):
        told = [row for row in await site.ledger(section) if row["biz_opaque_callback_data"] in unread]
        rows += [f"{section}: {row}" for row in told]
    return "\n".join([*rows, *(f"{process.name}:\n{process.tail(8)}" for process in site.processes.values())])


async def settled(site: Site, *crowds: Crowd, since: float, dead_letters: int = 0) -> Report:
    """Wait for rest, then count: nothing lost, nothing doubled, each contact's order kept."""
    await at_rest(site)
    stored = {row["wamid"]: row["copies"] for row in await site.rows(STORED)}
    lost = doubled = misordered = answered = 0
    for crowd in crowds:
        expected, received = crowd.expected(), await crowd.received()
        assert {wamid: stored.get(wamid) for wamid in crowd.written} == dict.fromkeys(crowd.written, 1)
        for phone, words in expected.items():
            wanted, came = Counter(words), Counter(received[phone])
            lost += (wanted - came).total()
            doubled += (came - wanted).total()
            misordered += wanted == came and words != received[phone]
            answered += came.total()
    assert (lost, doubled, misordered) == (0, 0, 0), _first_wrong(*crowds and [await _differences(c) for c in crowds])
    assert await site.value("SELECT count(*) FROM platform.dead_letters") == dead_letters
    webhooks = await site.ledger("webhooks")
    report = Report(
        written=sum(len(crowd.written) for crowd in crowds),
        stored=sum(stored[wamid] for crowd in crowds for wamid in crowd.written),
        answered=answered,
        lost=lost,
        doubled=doubled,
        misordered=misordered,
        repeated_attempts=sum(
            max(0, len(row["attempts"]) - 1) for row in webhooks if isinstance(row["attempts"], list)
        ),
        seconds=round(time.monotonic() - since, 1),
    )
    _tell(report)
    return report


def _tell(report: Report) -> None:
    """Print the counts, and keep them where the environment says."""
    name = os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[2].removesuffix(" (call)")
    line = f"{name}: {msgspec.json.encode(report).decode()}"
    print(line)  # noqa: T201 - pytest shows it with -rP
    if file := os.environ.get("PYTAKE_FAULT_REPORT"):
        with Path(file).open("a", encoding="utf-8") as kept:
            kept.write(f"{line}\n")


async def _differences(crowd: Crowd) -> dict[str, tuple[list[str], list[str]]]:
    expected, received = crowd.expected(), await crowd.received()
    return {phone: (words, received[phone]) for phone, words in expected.items() if words != received[phone]}


def _first_wrong(*differences: dict[str, tuple[list[str], list[str]]]) -> str:
    wrong = {phone: both for each in differences for phone, both in each.items()}
    return f"{len(wrong)} conversations are wrong: {dict(list(wrong.items())[:5])}"
