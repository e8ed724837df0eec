"""Webhook bodies as Meta writes them, with values of our own."""

from datetime import datetime

ACCOUNT_ID = "900100200300400"
NUMBER_ID = "700111222333444"
DISPLAY_NUMBER = "5511955550100"
OTHER_ACCOUNT_ID = "900100200300999"
OTHER_NUMBER_ID = "700111222333999"

Wire = dict[str, object]


def stamp(at: datetime) -> str:
    return str(int(at.timestamp()))


def envelope(*changes: Wire, account_id: str = ACCOUNT_ID) -> Wire:
    return {"object": "whatsapp_business_account", "entry": [{"id": account_id, "changes": list(changes)}]}


def change(*, field: str = "messages", number_id: str = NUMBER_ID, **value: object) -> Wire:
    metadata = {"display_phone_number": DISPLAY_NUMBER, "phone_number_id": number_id}
    return {"field": field, "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}


def text(wamid: str, words: str, *, phone: str, at: datetime) -> Wire:
    return {"from": phone, "id": wamid, "timestamp": stamp(at), "type": "text", "text": {"body": words}}


def status(wamid: str, word: str, *, phone: str, at: datetime, echo: object = None, error: int | None = None) -> Wire:
    told: Wire = {"id": wamid, "status": word, "timestamp": stamp(at), "recipient_id": phone}
    if echo is not None:
        told["biz_opaque_callback_data"] = str(echo)
    if error is not None:
        told["errors"] = [{"code": error, "title": "Refused", "error_data": {"details": "not delivered"}}]
    return told
