"""Reads what the server answers when it says yes (reference 3, 4, 8); None where it is not understood."""

import msgspec

from adapters.whatsapp.evolution.fields import UNREADABLE, Node
from adapters.whatsapp.evolution.people import jid_of, phone_of
from adapters.whatsapp.evolution.statuses import REASONS, STATES
from adapters.whatsapp.shared.cleaning import clean
from application.ports.linked_phones import Pairing
from domain.shared.ids import ProviderMessageId
from domain.whatsapp.config import ConnectionState
from domain.whatsapp.failures import SendAccepted

PNG = "data:image/png;base64,"


class Instance(msgspec.Struct, frozen=True, kw_only=True):
    """A row of `fetchInstances`, without the token that it holds too."""

    name: str
    state: ConnectionState
    phone: str | None = None
    profile_name: str | None = None
    reason: str | None = None


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """Where an instance's events go, and the headers that go along, by their lower-cased names."""

    url: str
    is_enabled: bool
    headers: dict[str, str] = {}

    def __repr__(self) -> str:
        """Show no secret: the address has one too."""
        return f"Webhook(is_enabled={self.is_enabled})"


def read(body: bytes) -> Node:
    """Read an answer; an absent value where it is no JSON."""
    try:
        return Node(msgspec.json.decode(clean(body)))
    except UNREADABLE:
        return Node(None)


def accepted(body: bytes) -> SendAccepted | None:
    """Read the id of a message that was handed to WhatsApp; what became of it is told later."""
    key = read(body).at("key")
    message_id = key.at("id").word()
    if message_id is None:
        return None
    return SendAccepted(provider_message_id=ProviderMessageId(message_id), wa_id=phone_of(jid_of(key.at("remoteJid"))))


def instances(body: bytes) -> list[Instance] | None:
    """Read `fetchInstances`: an array, of one where a name is asked for."""
    rows = list(read(body).elements())
    found = [_instance(row) for row in rows]
    return [instance for instance in found if instance is not None] if rows or body.strip() == b"[]" else None


def _instance(row: Node) -> Instance | None:
    name = row.at("name").word()
    if name is None:
        return None
    code = row.at("disconnectionReasonCode").whole()
    return Instance(
        name=name,
        state=STATES.get((row.at("connectionStatus").word() or "").lower(), ConnectionState.UNKNOWN),
        phone=phone_of(jid_of(row.at("ownerJid"))),
        profile_name=row.at("profileName").text(),
        reason=REASONS.get(code, "closed") if code is not None else None,
    )


def state_of(body: bytes) -> ConnectionState | None:
    """Read `connectionState`, or a `connect` that found the phone connected."""
    word = read(body).at("instance", "state").word()
    return STATES.get(word.lower()) if word else None


def pairing_of(body: bytes) -> Pairing | None:
    """Read a QR code; None while the server has none yet. It may lie in `qrcode`, as after creating an instance."""
    answer = read(body)
    answer = answer.at("qrcode") if answer.at("qrcode").is_object else answer
    picture, code = answer.at("base64").word(), answer.at("code").word()
    if picture is None or code is None:
        return None
    return Pairing(
        picture=picture if picture.startswith(PNG) else f"{PNG}{picture}",
        code=code,
        pairing_code=answer.at("pairingCode").word(),
    )


def webhook_of(body: bytes) -> Webhook | None:
    """Read `webhook/find`; None where there is none."""
    row = read(body)
    row = row.at("webhook") if row.at("webhook").is_object else row
    url, headers = row.at("url").word(), row.at("headers")
    if url is None:
        return None
    return Webhook(
        url=url,
        is_enabled=row.at("enabled").is_true(),
        headers={name.lower(): headers.at(name).text() or "" for name in headers.keys()},  # noqa: SIM118 - a Node
    )


def is_failure(body: bytes) -> bool:
    """Whether a success is none: connect and restart say `{"error": true}` with 200 (reference 2)."""
    return read(body).at("error").is_true()
