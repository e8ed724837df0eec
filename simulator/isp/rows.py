"""How the provider's system writes things: Portuguese names, Brazilian dates and money, and more than one asked for."""

from datetime import date

from simulator.isp.invoices import Invoice
from simulator.isp.provider import Provider, Ticket
from simulator.isp.subscribers import Plan, Service, Subscriber
from simulator.wire import JsonObject

_SERVICE_STANDING = {"ativo": "servico_habilitado", "bloqueado": "suspenso_debito", "cancelado": "cancelado"}


def money(cents: int) -> str:
    """Write an amount: `1.234,56`."""
    return f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02d}"


def day(when: date) -> str:
    """Write a day: `31/12/2026`."""
    return f"{when:%d/%m/%Y}"


def customer_row(subscriber: Subscriber) -> JsonObject:
    """Write a subscriber with their services: as in real ones, passwords come along."""
    return {
        "id_cliente": subscriber.id,
        "nome_razaosocial": subscriber.name,
        "cpf_cnpj": subscriber.document,
        "telefone_primario": subscriber.phones[0],
        "telefone_secundario": subscriber.phones[1] if len(subscriber.phones) > 1 else "",
        "email_principal": subscriber.email,
        "status": subscriber.standing,
        "servicos": [_service_row(service, subscriber.standing) for service in subscriber.services],
    }


def _service_row(service: Service, standing: str) -> JsonObject:
    return {
        "id_servico": service.id,
        "plano": plan_row(service.plan),
        "status_prefixo": _SERVICE_STANDING[standing],
        "endereco_instalacao": service.address,
        "login": service.login,
        "senha": service.password,
    }


def plan_row(plan: Plan) -> JsonObject:
    """Write a plan."""
    return {"id_plano": plan.id, "nome": plan.name, "velocidade_mbps": plan.megabits, "valor": money(plan.cents)}


def invoice_row(invoice: Invoice) -> JsonObject:
    """Write an invoice as it stands in a list."""
    return {
        "id_fatura": invoice.id,
        "id_cliente": invoice.subscriber_id,
        "valor": money(invoice.cents),
        "data_vencimento": day(invoice.due),
        "data_pagamento": day(invoice.paid_on) if invoice.paid_on is not None else None,
    }


def slip_row(invoice: Invoice, *, link: str) -> JsonObject:
    """Write an invoice with what pays it."""
    slip = invoice.slip
    return {
        **invoice_row(invoice),
        "linha_digitavel": slip.printed,
        "codigo_barras": slip.bars,
        "pix_copia_cola": invoice.pix,
        "link": link,
    }


def connection_row(provider: Provider, subscriber: Subscriber) -> JsonObject:
    """Write how a subscriber's line is; it changed at midnight."""
    since = provider.now.replace(hour=0, minute=0, second=0, microsecond=0)
    return {
        "conectado": subscriber.online,
        "desde": since.isoformat(sep=" "),
        "ipv4": f"100.64.{subscriber.id % 200}.{subscriber.id % 250}" if subscriber.online else None,
        "bloqueado": subscriber.standing == "bloqueado",
        "alerta": subscriber.outage,
    }


def ticket_row(ticket: Ticket) -> JsonObject:
    """Write a ticket."""
    return {"id_atendimento": ticket.id, "protocolo": ticket.number, "aberto_em": ticket.opened_at.isoformat()}
