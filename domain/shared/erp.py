"""What PyTake can ask any ERP of an internet provider."""

from enum import StrEnum


class ErpOperation(StrEnum):
    """One question or order; its arguments and what it gives are told in docs/guides/flows.md."""

    FIND_CUSTOMER = "find_customer"
    """By `document` (CPF or CNPJ) or `phone`."""
    INVOICES = "invoices"
    """Of `customer_id`; with `open_only`, those that are to be paid."""
    DUPLICATE_INVOICE = "duplicate_invoice"
    """The slip of `invoice_id` once more: its line of digits, its PIX code, its file."""
    CONNECTION_STATUS = "connection_status"
    """Of `customer_id`: whether their line is up."""
    OPEN_TICKET = "open_ticket"
    """For `customer_id`, with `subject` and `text`."""
    PLANS = "plans"
    """What is on sale."""
