"""What the provider's system says is read by name, checked, and written in the shapes that every ERP has here."""

from datetime import date

import pytest

from adapters.erp.aurora import mapping
from adapters.erp.aurora.rows import CustomerRow, Customers, InvoiceRow, decode
from application.ports.erp import ErpError
from simulator.isp.slip import make_slip

TODAY = date(2026, 11, 22)
SLIP = make_slip(due=TODAY, cents=123_456, free="1" * 25)


def invoice(**fields: object) -> dict[str, object]:
    row = InvoiceRow(**{"id_fatura": 7, "valor": "1.234,56", "data_vencimento": "21/11/2026", **fields})  # type: ignore[arg-type]
    shaped = mapping.invoice(row, today=TODAY)
    assert isinstance(shaped, dict)
    return shaped


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({}, "amount", "1234.56"),
        ({"valor": "39.00"}, "amount", "39.00"),
        ({"valor": "39"}, "amount", "39.00"),
        ({}, "status", "overdue"),
        ({"data_vencimento": "22/11/2026"}, "status", "open"),
        ({"data_vencimento": "2026-12-01 00:00:00"}, "due_date", "2026-12-01"),
        ({"data_pagamento": "21/11/2026"}, "status", "paid"),
        ({"linha_digitavel": SLIP.printed}, "barcode_line", SLIP.line),
        ({"linha_digitavel": SLIP.line[:-1] + "0"}, "barcode_line", None),
        ({"pix_copia_cola": "00020126" + "0" * 40 + "6304FFFF"}, "pix_code", None),
        ({"link": "javascript:alert(1)"}, "pdf_url", None),
    ],
)
def test_an_invoice_is_shaped(fields: dict[str, object], name: str, value: object) -> None:
    assert invoice(**fields)[name] == value


@pytest.mark.parametrize(
    "fields", [{"valor": "R$ 10"}, {"valor": "1,2,3"}, {"data_vencimento": "31/02/2026"}, {"data_vencimento": ""}]
)
def test_what_cannot_be_read_is_no_answer(fields: dict[str, object]) -> None:
    with pytest.raises(ErpError, match="malformed_answer"):
        invoice(**fields)


def test_words_that_we_do_not_know_are_other() -> None:
    row = CustomerRow(id_cliente=1, nome_razaosocial="Ana", cpf_cnpj="1", status="em_analise", telefone_primario="")

    shaped = mapping.customer(row)

    assert isinstance(shaped, dict)
    assert (shaped["status"], shaped["phones"], shaped["email"]) == ("other", [], None)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"status": "error", "msg": "Ana Lima"}', "rejected"),
        (b'{"status": "success"}', "malformed_answer"),
        (b"<html>", "malformed_answer"),
        (b"\xff", "malformed_answer"),
    ],
)
def test_a_no_with_the_status_of_a_yes_is_a_no(body: bytes, code: str) -> None:
    with pytest.raises(ErpError) as raised:
        decode(body, Customers)

    assert raised.value.code == code
    assert "Ana" not in str(raised.value)
