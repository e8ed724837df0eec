"""`GET /_sim/ledger`: the account of everything, page by page."""

from typing import Literal

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Struct

from simulator.state.ledger import InboundRow, ReadRow, RefusedRow, SendRow, WebhookRow
from simulator.world import World

LEDGER_PAGE = 1000  # rows of a section when no limit is asked for
LEDGER_PAGE_MAX = 10_000  # some megabytes; more would stall the sends that run meanwhile


class Totals(Struct, frozen=True, kw_only=True):
    """The ledger in numbers; `duplicates` are accepted sends whose callback data was used before."""

    sends: int
    refused: int
    reads: int
    inbound: int
    webhooks: int
    webhooks_delivered: int
    attempts_failed: int
    duplicates: int
    duplicated_callback_data: dict[str, int]


class LedgerView(Struct, frozen=True, kw_only=True):
    """A page of each section; ask again with `after` set to the last `n` while `more` is true."""

    sends: list[SendRow]
    refused: list[RefusedRow]
    reads: list[ReadRow]
    inbound: list[InboundRow]
    webhooks: list[WebhookRow]
    totals: Totals
    more: bool


Section = Literal["sends", "refused", "reads", "inbound", "webhooks"]


@get("/_sim/ledger", sync_to_thread=False)
def read_ledger(
    world: NamedDependency[World],
    after: FromQuery[int] = 0,
    limit: FromQuery[int] = LEDGER_PAGE,
    section: FromQuery[Section | None] = None,
) -> Response[bytes]:
    """Show the account of everything: rows numbered above `after`, up to `limit` of each section."""
    ledger = world.ledger
    size = max(0, min(limit, LEDGER_PAGE_MAX))
    start = max(0, after)

    def wants(name: Section) -> int:
        return size if section in (None, name) else 0

    view = LedgerView(
        sends=list(ledger.sends.page(after=start, limit=wants("sends"))),
        refused=list(ledger.refused.page(after=start, limit=wants("refused"))),
        reads=list(ledger.reads.page(after=start, limit=wants("reads"))),
        inbound=list(ledger.inbound.page(after=start, limit=wants("inbound"))),
        webhooks=list(ledger.webhooks.page(after=start, limit=wants("webhooks"))),
        totals=_totals(world),
        more=any(start + wants(name) < total and wants(name) > 0 for name, total in _section_totals(world).items()),
    )
    return Response(msgspec.json.encode(view), media_type="application/json")


def _section_totals(world: World) -> dict[Section, int]:
    ledger = world.ledger
    return {
        "sends": ledger.sends.total,
        "refused": ledger.refused.total,
        "reads": ledger.reads.total,
        "inbound": ledger.inbound.total,
        "webhooks": ledger.webhooks.total,
    }


def _totals(world: World) -> Totals:
    count, names = world.ledger.duplicates()
    totals = _section_totals(world)
    return Totals(
        sends=totals["sends"],
        refused=totals["refused"],
        reads=totals["reads"],
        inbound=totals["inbound"],
        webhooks=totals["webhooks"],
        webhooks_delivered=world.ledger.webhooks_delivered,
        attempts_failed=world.ledger.attempts_failed,
        duplicates=count,
        duplicated_callback_data=names,
    )
