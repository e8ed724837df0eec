"""A flow asks the company's ERP."""

from collections.abc import Callable
from datetime import timedelta

from application.ports.erp import Erp, ErpError
from application.ports.performers import Answered, AskAgain, CallContext, Outcome, Refused
from domain.flows.effects import CallErp
from domain.flows.session import Value
from domain.shared.document import read_cnpj, read_cpf
from domain.shared.erp import ErpOperation
from domain.shared.phone import international, is_phone

MAX_TRIES = 4
"""Somebody waits for the answer on the phone: after half a minute a person had better see it."""
FIRST_WAIT = timedelta(seconds=2)
"""Before the second try; each one after it waits three times as long: 2, 6 and 18 seconds."""
MAX_ID = 64
MAX_SUBJECT = 120
MAX_TEXT = 4_000
"""Characters; what is longer is cut, for a ticket that is cut is better than none."""
_YES = frozenset({"true", "1", "sim", "yes"})


class _WrongArgumentError(Exception):
    """An argument is missing, or is not what its name says."""


class CallErpPerformer:
    """Ask, once the arguments are what the operation needs. A ticket is opened once for each call, by the call's id."""

    def __init__(self, erp: Erp) -> None:
        self._erp = erp

    async def __call__(self, call: CallErp, context: CallContext) -> Outcome:
        """Ask. The answer is {found, data}; its shapes are told in docs/guides/flows.md."""
        try:
            arguments = _ARGUMENTS[call.operation](call.arguments)
        except _WrongArgumentError as error:
            return Refused(code="invalid_arguments", detail=str(error))
        try:
            answer = await self._erp.ask(
                context.tenant_id,
                call.operation,
                arguments,
                connection=call.connection,
                once=str(context.call_id),
            )
        except ErpError as error:
            return _failed(error, tries=context.tries)
        return Answered({"found": answer.found, "data": answer.data})


def _failed(error: ErpError, *, tries: int) -> Outcome:
    if error.is_passing and tries + 1 < MAX_TRIES:
        return AskAgain(after=FIRST_WAIT * 3**tries, code=error.code, detail=error.detail)
    return Refused(code=error.code, detail=error.detail)


def _find_customer(given: dict[str, Value]) -> dict[str, Value]:
    """By document where there is one, else by phone."""
    document, phone = _text(given, "document"), _text(given, "phone")
    if document:
        number = read_cpf(document) or read_cnpj(document)
        if number is None:
            raise _WrongArgumentError("document: neither CPF nor CNPJ")
        return {"document": number}
    if phone and is_phone(phone):
        return {"phone": international(phone)}
    raise _WrongArgumentError("document or phone: one of them")


def _invoices(given: dict[str, Value]) -> dict[str, Value]:
    open_only = given.get("open_only")
    is_so = open_only.strip().lower() in _YES if isinstance(open_only, str) else bool(open_only)
    return {**_customer_id(given), "open_only": is_so}


def _duplicate_invoice(given: dict[str, Value]) -> dict[str, Value]:
    return {"invoice_id": _id(given, "invoice_id")}


def _customer_id(given: dict[str, Value]) -> dict[str, Value]:
    return {"customer_id": _id(given, "customer_id")}


def _open_ticket(given: dict[str, Value]) -> dict[str, Value]:
    subject, text = _text(given, "subject"), _text(given, "text")
    if not subject:
        raise _WrongArgumentError("subject: missing")
    return {**_customer_id(given), "subject": subject[:MAX_SUBJECT], "text": (text or subject)[:MAX_TEXT]}


def _plans(_: dict[str, Value]) -> dict[str, Value]:
    return {}


_ARGUMENTS: dict[ErpOperation, Callable[[dict[str, Value]], dict[str, Value]]] = {
    ErpOperation.FIND_CUSTOMER: _find_customer,
    ErpOperation.INVOICES: _invoices,
    ErpOperation.DUPLICATE_INVOICE: _duplicate_invoice,
    ErpOperation.CONNECTION_STATUS: _customer_id,
    ErpOperation.OPEN_TICKET: _open_ticket,
    ErpOperation.PLANS: _plans,
}
"""What each operation needs; what it does not know stays behind."""


def _id(given: dict[str, Value], name: str) -> str:
    text = _text(given, name)
    if not text or len(text) > MAX_ID or not text.isprintable():
        raise _WrongArgumentError(f"{name}: missing, or no id")
    return text


def _text(given: dict[str, Value], name: str) -> str:
    """Give an argument as text; a flow may hold an id as a number."""
    value = given.get(name)
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
