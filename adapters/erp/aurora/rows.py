"""What the system says, field by field: only what is named here comes in, so no password of a router ever does."""

from typing import TypeVar

import msgspec

from application.ports.erp import ErpError


class PlanRow(msgspec.Struct, frozen=True, kw_only=True):
    """A plan."""

    id_plano: int
    nome: str
    velocidade_mbps: int
    valor: str


class ServiceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line to one address."""

    id_servico: int
    plano: PlanRow
    status_prefixo: str
    endereco_instalacao: str = ""


class CustomerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A customer."""

    id_cliente: int
    nome_razaosocial: str
    cpf_cnpj: str
    telefone_primario: str | None = None
    telefone_secundario: str | None = None
    email_principal: str | None = None
    status: str = "ativo"
    servicos: list[ServiceRow] = []


class InvoiceRow(msgspec.Struct, frozen=True, kw_only=True):
    """An invoice; the last three come with its slip only."""

    id_fatura: int
    valor: str
    data_vencimento: str
    data_pagamento: str | None = None
    linha_digitavel: str | None = None
    pix_copia_cola: str | None = None
    link: str | None = None


class ConnectionRow(msgspec.Struct, frozen=True, kw_only=True):
    """How a line is."""

    conectado: bool
    desde: str | None = None
    ipv4: str | None = None
    bloqueado: bool = False
    alerta: str | None = None


class TicketRow(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket."""

    id_atendimento: int
    protocolo: str


class Customers(msgspec.Struct, frozen=True):
    """The answer to a search."""

    clientes: list[CustomerRow]


class Invoices(msgspec.Struct, frozen=True):
    """The answer to a list."""

    faturas: list[InvoiceRow]


class OneInvoice(msgspec.Struct, frozen=True):
    """The answer to a second copy."""

    fatura: InvoiceRow


class OneConnection(msgspec.Struct, frozen=True):
    """The answer about a line."""

    conexao: ConnectionRow


class OneTicket(msgspec.Struct, frozen=True):
    """The answer to a ticket."""

    atendimento: TicketRow


class Plans(msgspec.Struct, frozen=True):
    """What is on sale."""

    planos: list[PlanRow]


_Body = TypeVar("_Body", Customers, Invoices, OneInvoice, OneConnection, OneTicket, Plans)


class _Standing(msgspec.Struct, frozen=True):
    """An answer may be a no with the status of a yes."""

    status: str = "error"


def decode(body: bytes, kind: type[_Body]) -> _Body:
    """Read an answer. Raises ErpError for what is none."""
    try:
        if msgspec.json.decode(body, type=_Standing).status == "error":
            raise ErpError("rejected", "the system said no")
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ErpError("malformed_answer", is_passing=True) from error
