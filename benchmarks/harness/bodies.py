"""Webhooks as Meta sends them, signed, made before the clock starts."""

import hashlib
import hmac
from collections.abc import Callable, Iterator

import msgspec

from simulator.wire import encode_like_meta

APP_SECRET = "sim-app-secret"  # noqa: S105 - the simulator's, which guards nothing
PHONE_NUMBER_ID = "700111222333444"
ACCOUNT_ID = "900100200300400"
CONTACTS = 2_000
"""Customers who take turns, so that a body differs from the last in more than its id."""


class Delivery(msgspec.Struct, frozen=True):
    """One HTTP request, ready for the wire, and the ids of the updates in it."""

    request: bytes
    ids: tuple[str, ...]


def messages(run: str, *, count: int, each: int) -> Iterator[tuple[bytes, tuple[str, ...]]]:
    """Make `count` bodies of `each` texts; every id is used once in a `run`."""
    for body in range(count):
        places = range(body * each, (body + 1) * each)
        ids = tuple(f"wamid.{run}.{place}" for place in places)
        entries = [_text(place, wamid) for place, wamid in zip(places, ids, strict=True)]
        people = [_person(place) for place in places]
        yield _body({"contacts": people, "messages": entries}), ids


def mixture(run: str, *, count: int) -> Iterator[tuple[bytes, tuple[str, ...]]]:
    """Make bodies of one update: three statuses to a message, as after an answer (sent, delivered, read)."""
    for place in range(count):
        wamid = f"wamid.{run}.{place}"
        if place % 4:
            yield _body({"statuses": [_status(place, wamid)]}), (wamid,)
        else:
            yield _body({"contacts": [_person(place)], "messages": [_text(place, wamid)]}), (wamid,)


def requests(bodies: Iterator[tuple[bytes, tuple[str, ...]]], *, path: str) -> list[Delivery]:
    """Sign bodies and write the requests that carry them."""
    to_request = requester(path)
    return [Delivery(to_request(body), ids) for body, ids in bodies]


def requester(path: str) -> Callable[[bytes], bytes]:
    """Write the head once; give what adds a body and its signature."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: facebookexternalua\r\nAccept: */*\r\n"
        "Content-Type: application/json\r\nX-Hub-Signature-256: sha256="
    )

    def to_request(body: bytes) -> bytes:
        digest = hmac.new(APP_SECRET.encode(), body, hashlib.sha256).hexdigest()
        return f"{head}{digest}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body

    return to_request


def _body(value: dict[str, object]) -> bytes:
    metadata = {"display_phone_number": "5511955550100", "phone_number_id": PHONE_NUMBER_ID}
    change = {"field": "messages", "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}
    return encode_like_meta({"object": "whatsapp_business_account", "entry": [{"id": ACCOUNT_ID, "changes": [change]}]})


def phone(place: int) -> str:
    """Give a customer's phone."""
    return str(5511970000000 + place % CONTACTS)


def _person(place: int) -> dict[str, object]:
    return {
        "profile": {"name": f"Cliente {place % CONTACTS}"},
        "wa_id": phone(place),
        "user_id": f"BR.{phone(place)}",
    }


def _text(place: int, wamid: str) -> dict[str, object]:
    return {
        "from": phone(place),
        "from_user_id": f"BR.{phone(place)}",
        "id": wamid,
        "timestamp": "1763812799",
        "type": "text",
        "text": {"body": f"mensagem {place}: quero remarcar, não posso às 14h"},
    }


def _status(place: int, wamid: str) -> dict[str, object]:
    return {
        "id": wamid,
        "status": ("read", "sent", "delivered")[place % 3],
        "timestamp": "1763812811",
        "recipient_id": phone(place),
        "recipient_user_id": f"BR.{phone(place)}",
        "pricing": {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "utility"},
        "biz_opaque_callback_data": f"msg:{place}",
    }
