"""From the system's rows to the shapes of docs/guides/flows.md: ISO dates, decimal amounts, codes that were checked."""

import re
from datetime import date, datetime

from adapters.erp.aurora.rows import ConnectionRow, CustomerRow, InvoiceRow, PlanRow, ServiceRow, TicketRow
from application.ports.erp import ErpError
from domain.flows.session import Value
from domain.shared.payment_codes import read_payment_line, read_pix_code

_CUSTOMER_STANDING = {"ativo": "active", "bloqueado": "blocked", "cancelado": "cancelled"}
_CONTRACT_STANDING = {"servico_habilitado": "active", "suspenso_debito": "blocked", "cancelado": "cancelled"}
_AMOUNT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]{2}|[0-9]{1,10}(?:[.,][0-9]{2})?")
_MAX_TEXT = 1_000
"""Characters of a name or an address; more is a mistake, and a session holds little."""


def customer(row: CustomerRow) -> Value:
    """Give a customer with their contracts."""
    phones = [phone for phone in (row.telefone_primario, row.telefone_secundario) if phone]
    return {
        "id": str(row.id_cliente),
        "name": _text(row.nome_razaosocial),
        "document": row.cpf_cnpj,
        "email": row.email_principal or None,
        "phones": [*phones],
        "status": _CUSTOMER_STANDING.get(row.status, "other"),
        "contracts": [_contract(service) for service in row.servicos],
    }


def _contract(row: ServiceRow) -> Value:
    return {
        "id": str(row.id_servico),
        "plan": _text(row.plano.nome),
        "address": _text(row.endereco_instalacao),
        "status": _CONTRACT_STANDING.get(row.status_prefixo, "other"),
    }


def invoice(row: InvoiceRow, *, today: date) -> Value:
    """Give an invoice; a line or a code whose check digits are wrong is as good as none."""
    due = _day(row.data_vencimento)
    status = "paid" if row.data_pagamento else "overdue" if due < today else "open"
    return {
        "id": str(row.id_fatura),
        "due_date": due.isoformat(),
        "amount": _amount(row.valor),
        "status": status,
        "barcode_line": read_payment_line(row.linha_digitavel or ""),
        "pix_code": read_pix_code(row.pix_copia_cola or ""),
        "pdf_url": row.link if row.link and row.link.startswith(("https://", "http://")) else None,
    }


def connection(row: ConnectionRow) -> Value:
    """Give how a line is."""
    return {
        "online": row.conectado,
        "since": _moment(row.desde),
        "ip": row.ipv4 or None,
        "blocked": row.bloqueado,
        "outage": _text(row.alerta) if row.alerta else None,
    }


def ticket(row: TicketRow) -> Value:
    """Give a ticket."""
    return {"id": str(row.id_atendimento), "number": row.protocolo}


def plan(row: PlanRow) -> Value:
    """Give a plan."""
    return {
        "id": str(row.id_plano),
        "name": _text(row.nome),
        "speed": row.velocidade_mbps,
        "price": _amount(row.valor),
    }


def _text(text: str) -> str:
    return text[:_MAX_TEXT]


def _amount(text: str) -> str:
    """Read `1.234,56`, `39.00` or `39`: if there is a comma, it is the decimal sign."""
    if not _AMOUNT.fullmatch(text):
        raise ErpError("malformed_answer", "an amount")
    plain = text.replace(".", "").replace(",", ".") if "," in text else text
    return plain if "." in plain else f"{plain}.00"


def _day(text: str) -> date:
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text[:10].split("/"))
            return date(year, month, day)
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise ErpError("malformed_answer", "a date") from error


def _moment(text: str | None) -> str | None:
    try:
        return datetime.fromisoformat(text).isoformat() if text else None
    except ValueError:
        return None
