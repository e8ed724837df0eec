"""The provider's books: subscribers, what they owe, how their lines are, what they asked for."""

from datetime import UTC, date, datetime, timedelta, timezone

from msgspec import Struct

from simulator.clock import SimClock
from simulator.isp.invoices import Invoice, invoices_of
from simulator.isp.subscribers import Subscriber, subscribers
from simulator.phones import digits_of, spellings_of

SAO_PAULO = timezone(timedelta(hours=-3))
"""Without summer time since 2019."""
_IDS_A_SUBSCRIBER = 1_000_000


class Ticket(Struct, frozen=True, kw_only=True):
    """Something that a subscriber asked for; `key` is what made it one."""

    id: int
    number: str
    subscriber_id: int
    subject: str
    text: str
    key: str | None
    opened_at: datetime


class Provider:
    """Everything that the provider's system knows; gone when the simulator stops."""

    def __init__(self, clock: SimClock) -> None:
        self._clock = clock
        self.subscribers = {subscriber.id: subscriber for subscriber in subscribers()}
        self.tickets: list[Ticket] = []
        self.calls = 0
        self._paid: frozenset[int] = frozenset()

    @property
    def now(self) -> datetime:
        """The time where the provider is."""
        return datetime.fromtimestamp(self._clock.now(), tz=UTC).astimezone(SAO_PAULO)

    @property
    def today(self) -> date:
        """The day there."""
        return self.now.date()

    def find(self, *, document: str | None, phone: str | None) -> list[Subscriber]:
        """Find subscribers by document or by phone, in any spelling of it."""
        if document is not None:
            wanted = digits_of(document)
            return [one for one in self.subscribers.values() if one.document == wanted]
        spellings = set(spellings_of(digits_of(phone or "")))
        return [one for one in self.subscribers.values() if spellings & set(one.phones)]

    def invoices(self, subscriber: Subscriber) -> list[Invoice]:
        """List what a subscriber owes and has paid, the oldest first."""
        return invoices_of(subscriber, today=self.today, paid=self._paid)

    def invoice(self, invoice_id: int) -> Invoice | None:
        """Find one invoice."""
        owner = self.subscribers.get(invoice_id // _IDS_A_SUBSCRIBER)
        found = self.invoices(owner) if owner is not None else []
        return next((invoice for invoice in found if invoice.id == invoice_id), None)

    def pay(self, invoice_id: int) -> None:
        """Take an invoice for paid."""
        self._paid |= {invoice_id}

    def open_ticket(self, subscriber: Subscriber, *, subject: str, text: str, key: str | None) -> tuple[Ticket, bool]:
        """Open a ticket, or give the one that this key opened; say whether it is new."""
        known = next((ticket for ticket in self.tickets if key is not None and ticket.key == key), None)
        if known is not None:
            return known, False
        number = len(self.tickets) + 1
        ticket = Ticket(
            id=number,
            number=f"{self.today:%Y%m%d}{number:06d}",
            subscriber_id=subscriber.id,
            subject=subject,
            text=text,
            key=key,
            opened_at=self.now,
        )
        self.tickets.append(ticket)
        return ticket, True
