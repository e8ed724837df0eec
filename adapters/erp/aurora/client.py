"""The system of Provedor Aurora, which the simulator plays: every operation of the port over HTTP."""

from datetime import timedelta, timezone

from adapters.erp.aurora import mapping
from adapters.erp.aurora.rows import Customers, Invoices, OneConnection, OneInvoice, OneTicket, Plans, decode
from adapters.erp.aurora.transport import AuroraTransport, Wanted
from application.ports.clock import Clock
from application.ports.erp import ErpAnswer, ErpError
from domain.flows.session import Value
from domain.shared.erp import ErpOperation
from domain.shared.ids import TenantId

_NOTHING = ErpAnswer(found=False)
_SAO_PAULO = timezone(timedelta(hours=-3))
"""Where the provider's days begin; without summer time since 2019."""
_MAX_INVOICES = 24
"""The latest two years of them."""


class AuroraErp:
    """Implements Erp. Reads may be repeated; a ticket carries its `once`, by which the system knows it again."""

    def __init__(self, transport: AuroraTransport, *, clock: Clock) -> None:
        self._transport, self._clock = transport, clock

    async def ask(
        self,
        tenant_id: TenantId,
        operation: ErpOperation,
        arguments: dict[str, Value],
        *,
        connection: str | None,
        once: str,
    ) -> ErpAnswer:
        """Ask the one system there is. Raises ErpError."""
        del tenant_id
        if connection is not None:
            raise ErpError("unknown_connection")
        match operation:
            case ErpOperation.FIND_CUSTOMER:
                return await self._customer(arguments)
            case ErpOperation.INVOICES:
                return await self._invoices(arguments)
            case ErpOperation.DUPLICATE_INVOICE:
                return await self._slip(arguments)
            case ErpOperation.CONNECTION_STATUS:
                return await self._line(arguments)
            case ErpOperation.OPEN_TICKET:
                return await self._ticket(arguments, once=once)
            case ErpOperation.PLANS:
                return await self._plans()

    async def _customer(self, arguments: dict[str, Value]) -> ErpAnswer:
        by_document = arguments.get("document") is not None
        name = "document" if by_document else "phone"
        query = {"cpf_cnpj" if by_document else "telefone": str(arguments[name])}
        body = await self._transport.call(Wanted(path="clientes", query=query))
        found = decode(body, Customers).clientes if body is not None else []
        if not found or (len(found) > 1 and not by_document):  # a phone of several people tells nothing of one of them
            return _NOTHING
        active = [row for row in found if row.status != "cancelado"]
        return ErpAnswer(found=True, data=mapping.customer((active or found)[0]))

    async def _invoices(self, arguments: dict[str, Value]) -> ErpAnswer:
        query = {"apenas_pendente": "sim" if arguments.get("open_only") else "nao"}
        path = f"clientes/{_number(arguments, 'customer_id')}/faturas"
        body = await self._transport.call(Wanted(path=path, query=query))
        rows = decode(body, Invoices).faturas if body is not None else []
        today = self._clock.now().astimezone(_SAO_PAULO).date()
        listed: list[object] = [mapping.invoice(row, today=today) for row in rows[-_MAX_INVOICES:]]
        return ErpAnswer(found=bool(listed), data=listed)

    async def _slip(self, arguments: dict[str, Value]) -> ErpAnswer:
        body = await self._transport.call(Wanted(path=f"faturas/{_number(arguments, 'invoice_id')}/segunda-via"))
        if body is None:
            return _NOTHING
        today = self._clock.now().astimezone(_SAO_PAULO).date()
        return ErpAnswer(found=True, data=mapping.invoice(decode(body, OneInvoice).fatura, today=today))

    async def _line(self, arguments: dict[str, Value]) -> ErpAnswer:
        body = await self._transport.call(Wanted(path=f"clientes/{_number(arguments, 'customer_id')}/conexao"))
        if body is None:
            return _NOTHING
        return ErpAnswer(found=True, data=mapping.connection(decode(body, OneConnection).conexao))

    async def _ticket(self, arguments: dict[str, Value], *, once: str) -> ErpAnswer:
        asked = {
            "id_cliente": int(_number(arguments, "customer_id")),
            "assunto": str(arguments["subject"]),
            "descricao": str(arguments["text"]),
        }
        body = await self._transport.call(Wanted(path="atendimentos", body=asked, once=once))
        if body is None:
            return _NOTHING
        return ErpAnswer(found=True, data=mapping.ticket(decode(body, OneTicket).atendimento))

    async def _plans(self) -> ErpAnswer:
        body = await self._transport.call(Wanted(path="planos"))
        rows = decode(body, Plans).planos if body is not None else []
        listed: list[object] = [mapping.plan(row) for row in rows]
        return ErpAnswer(found=bool(listed), data=listed)


def _number(arguments: dict[str, Value], name: str) -> str:
    """Give an id of the system, which are numbers: nothing else may become a part of its addresses."""
    text = str(arguments[name])
    if not (text.isascii() and text.isdigit()):
        raise ErpError("invalid_arguments", name)
    return text
