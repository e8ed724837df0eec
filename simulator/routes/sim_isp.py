"""The control API's provider: who its customers are, what they asked for, and how their lines and bills change."""

from typing import Literal

from litestar import get, post, put
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from simulator.isp.invoices import Invoice
from simulator.isp.provider import Ticket
from simulator.world import World


class CustomerView(Struct, frozen=True, kw_only=True):
    """A customer of the provider; `owed` are ids of invoices that are not paid."""

    id: int
    name: str
    document: str
    phones: tuple[str, ...]
    standing: str
    online: bool
    owed: list[int]


class IspView(Struct, frozen=True, kw_only=True):
    """The provider; `calls` were made of its system since it started."""

    calls: int
    customers: list[CustomerView]
    tickets: list[Ticket]


class LineChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What becomes of a customer's line."""

    online: bool = True
    outage: str | None = None
    standing: Literal["ativo", "bloqueado", "cancelado"] = "ativo"


@get("/_sim/isp")
async def show_isp(world: NamedDependency[World]) -> IspView:
    """Show everything that a test or a curious person wants to know."""
    customers = [
        CustomerView(
            id=one.id,
            name=one.name,
            document=one.document,
            phones=one.phones,
            standing=one.standing,
            online=one.online,
            owed=[invoice.id for invoice in world.isp.invoices(one) if invoice.paid_on is None],
        )
        for one in world.isp.subscribers.values()
    ]
    return IspView(calls=world.isp.calls, customers=customers, tickets=world.isp.tickets)


@put("/_sim/isp/customers/{customer_id:int}/line", status_code=204)
async def change_line(customer_id: FromPath[int], data: JSONBody[LineChange], world: NamedDependency[World]) -> None:
    """Cut a line, mend it, block it."""
    one = world.isp.subscribers.get(customer_id)
    if one is None:
        raise NotFoundException(f"no customer {customer_id}")
    one.online, one.outage, one.standing = data.online, data.outage, data.standing


@post("/_sim/isp/invoices/{invoice_id:int}/pay", status_code=200)
async def pay_invoice(invoice_id: FromPath[int], world: NamedDependency[World]) -> Invoice | None:
    """Pay an invoice."""
    world.isp.pay(invoice_id)
    return world.isp.invoice(invoice_id)


ISP_SIM_HANDLERS = [show_isp, change_line, pay_invoice]
