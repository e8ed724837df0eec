"""What subscribers owe: one invoice a month, made from the calendar alone."""

from datetime import date

from msgspec import Struct

from simulator.isp.pix import make_pix
from simulator.isp.slip import Slip, make_slip
from simulator.isp.subscribers import Subscriber

MONTHS_BACK, MONTHS_AHEAD = 5, 1
_UNPAID_MONTHS = {"promptly": 0, "late": 1, "never": 3}
_ISSUER, _CITY = "Provedor Aurora", "São Paulo"
_MONTHS_A_YEAR = 12


class Invoice(Struct, frozen=True, kw_only=True):
    """One month's bill. `paid_on` is None while it is owed."""

    id: int
    subscriber_id: int
    due: date
    cents: int
    paid_on: date | None = None

    @property
    def slip(self) -> Slip:
        """The bank slip that pays it."""
        return make_slip(due=self.due, cents=self.cents, free=f"{self.subscriber_id:010d}{self.id:015d}")

    @property
    def pix(self) -> str:
        """The PIX code that pays it."""
        return make_pix(cents=self.cents, name=_ISSUER, city=_CITY, txid=f"FATURA{self.id}")


def invoices_of(subscriber: Subscriber, *, today: date, paid: frozenset[int] = frozenset()) -> list[Invoice]:
    """List a subscriber's invoices, the oldest first; `paid` are those paid since the simulator started."""
    ahead = 0 if subscriber.standing == "cancelado" else MONTHS_AHEAD
    months = [_invoice(subscriber, today, offset) for offset in range(-MONTHS_BACK, ahead + 1)]
    owed = _UNPAID_MONTHS[subscriber.paying]
    past = [invoice for invoice in months if invoice.due < today]
    settled = {invoice.id for invoice in past[: len(past) - owed]}
    return [
        Invoice(
            id=invoice.id,
            subscriber_id=invoice.subscriber_id,
            due=invoice.due,
            cents=invoice.cents,
            paid_on=invoice.due if invoice.id in settled else today if invoice.id in paid else None,
        )
        for invoice in months
    ]


def _invoice(subscriber: Subscriber, today: date, offset: int) -> Invoice:
    month = today.year * _MONTHS_A_YEAR + today.month - 1 + offset
    year, number = divmod(month, _MONTHS_A_YEAR)
    due = date(year, number + 1, subscriber.due_day)
    invoice_id = subscriber.id * 1_000_000 + year * 100 + number + 1
    return Invoice(id=invoice_id, subscriber_id=subscriber.id, due=due, cents=subscriber.cents)
