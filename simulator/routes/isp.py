"""The provider's system over HTTP: `/isp/v1`, JSON, a token in a header."""

import hashlib
import hmac

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from simulator.isp.door import KEY_HEADER, IspError, body_of, enter
from simulator.isp.invoices import Invoice
from simulator.isp.pdf import slip_pdf
from simulator.isp.provider import Provider
from simulator.isp.rows import connection_row, customer_row, invoice_row, plan_row, slip_row, ticket_row
from simulator.isp.subscribers import PLANS, Subscriber
from simulator.routes.dropping import DropConnectionError
from simulator.routes.graph_door import GraphRequest
from simulator.wire import JsonObject
from simulator.world import World


@get("/isp/v1/clientes")
async def find_customers(
    request: GraphRequest,
    world: NamedDependency[World],
    cpf_cnpj: FromQuery[str | None] = None,
    telefone: FromQuery[str | None] = None,
) -> JsonObject:
    """Find customers by document or phone; nobody is an empty list."""
    provider = await enter(world, request)
    if not cpf_cnpj and not telefone:
        raise IspError(422, "Informe cpf_cnpj ou telefone")
    found = provider.find(document=cpf_cnpj or None, phone=telefone)
    return {"status": "success", "clientes": [customer_row(subscriber) for subscriber in found]}


@get("/isp/v1/clientes/{customer_id:int}/faturas")
async def list_invoices(
    customer_id: FromPath[int],
    request: GraphRequest,
    world: NamedDependency[World],
    apenas_pendente: FromQuery[str] = "nao",
) -> JsonObject:
    """List a customer's invoices, the oldest first."""
    provider = await enter(world, request)
    invoices = provider.invoices(_subscriber(provider, customer_id))
    wanted = [invoice for invoice in invoices if apenas_pendente != "sim" or invoice.paid_on is None]
    return {"status": "success", "faturas": [invoice_row(invoice) for invoice in wanted]}


@get("/isp/v1/faturas/{invoice_id:int}/segunda-via")
async def show_slip(invoice_id: FromPath[int], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Give what pays an invoice; 409 when it is paid."""
    provider = await enter(world, request)
    invoice = provider.invoice(invoice_id)
    if invoice is None:
        raise IspError(404, "Fatura não encontrada")
    if invoice.paid_on is not None:
        raise IspError(409, "Fatura já paga")
    link = f"{world.settings.public_url}/isp/v1/faturas/{invoice.id}/{_seal(world, invoice)}.pdf"
    return {"status": "success", "fatura": slip_row(invoice, link=link)}


@get("/isp/v1/faturas/{invoice_id:int}/{file:str}")
async def download_slip(
    invoice_id: FromPath[int], file: FromPath[str], world: NamedDependency[World]
) -> Response[bytes]:
    """Give the slip's file to whoever has its link."""
    invoice = world.isp.invoice(invoice_id)
    if invoice is None or not hmac.compare_digest(file.encode(), f"{_seal(world, invoice)}.pdf".encode()):
        raise IspError(404, "Fatura não encontrada")
    owner = world.isp.subscribers[invoice.subscriber_id]
    return Response(slip_pdf(invoice, name=owner.name), media_type="application/pdf")


@get("/isp/v1/clientes/{customer_id:int}/conexao")
async def show_connection(
    customer_id: FromPath[int], request: GraphRequest, world: NamedDependency[World]
) -> JsonObject:
    """Say how a customer's line is."""
    provider = await enter(world, request)
    return {"status": "success", "conexao": connection_row(provider, _subscriber(provider, customer_id))}


@post("/isp/v1/atendimentos")
async def open_ticket(request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Open a ticket; the same key gives the same one."""
    provider = await enter(world, request)
    body = await body_of(request)
    customer_id, subject, text = body.get("id_cliente"), body.get("assunto"), body.get("descricao")
    if not isinstance(customer_id, int) or not isinstance(subject, str) or not isinstance(text, str) or not subject:
        raise IspError(422, "Informe id_cliente, assunto e descricao")
    subscriber = _subscriber(provider, customer_id)
    ticket, _ = provider.open_ticket(subscriber, subject=subject, text=text, key=request.headers.get(KEY_HEADER))
    if world.faults.now.isp.drop_after:
        raise DropConnectionError
    return {"status": "success", "atendimento": ticket_row(ticket)}


@get("/isp/v1/planos")
async def list_plans(request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """List what is on sale."""
    await enter(world, request)
    return {"status": "success", "planos": [plan_row(plan) for plan in PLANS]}


def _subscriber(provider: Provider, customer_id: int) -> Subscriber:
    found = provider.subscribers.get(customer_id)
    if found is None:
        raise IspError(404, "Cliente não encontrado")
    return found


def _seal(world: World, invoice: Invoice) -> str:
    return hmac.new(world.settings.isp_token.encode(), str(invoice.id).encode(), hashlib.sha256).hexdigest()[:32]


ISP_HANDLERS = [
    find_customers,
    list_invoices,
    show_slip,
    download_slip,
    show_connection,
    open_ticket,
    list_plans,
]
