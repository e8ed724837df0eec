"""What became of a message of ours (`messages.update`), and of the connection (reference 7)."""

from datetime import datetime

from adapters.whatsapp.evolution.fields import Node
from adapters.whatsapp.evolution.people import is_group, jid_of, other_side, phone_of
from domain.shared.ids import ProviderMessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.config import ConnectionState
from domain.whatsapp.inbound import ConnectionChanged, ProviderError, StatusChanged

WORDS = {
    "ERROR": MessageStatus.FAILED,
    "SERVER_ACK": MessageStatus.SENT,
    "DELIVERY_ACK": MessageStatus.DELIVERED,
    "READ": MessageStatus.READ,
    "PLAYED": MessageStatus.PLAYED,
}
"""Baileys' words that are ours too. PENDING says less than the answer to the send did; DELETED was said of edits by
versions up to 2.3.6 (issue 2010), and deletions have their own event."""

NUMBERS = {"0": "ERROR", "1": "PENDING", "2": "SERVER_ACK", "3": "DELIVERY_ACK", "4": "READ", "5": "PLAYED"}
"""The same as Baileys counts them."""

NOT_DELIVERED = ProviderError(code=0, title="ERROR", detail="WhatsApp did not take the message.")

STATES = {
    "open": ConnectionState.OPEN,
    "connecting": ConnectionState.CONNECTING,
    "close": ConnectionState.CLOSED,
    "closed": ConnectionState.CLOSED,
    "refused": ConnectionState.CLOSED,
}

REASONS = {
    401: "logged_out",
    402: "payment_required",
    403: "banned",
    406: "not_acceptable",
    408: "timed_out",
    411: "device_mismatch",
    428: "connection_closed",
    440: "replaced",
    500: "bad_session",
    503: "unavailable",
    515: "restart_required",
}
"""Baileys' DisconnectReason."""


def status_changed(data: Node, *, at: datetime) -> StatusChanged | None:
    """Read a status; None when it is of somebody else's message, of a group, or a word that says nothing.

    `at` is when it came: the event has no time of its own. Raises ValueError.
    """
    word = data.at("status").word() or ""
    status = WORDS.get(NUMBERS.get(word, word))
    key = data.at("key") if data.at("key").is_object else data
    if status is None or not key.at("fromMe").is_true() or is_group(jid_of(key.at("remoteJid"))):
        return None
    message_id = data.at("keyId").word() or key.at("id").word()
    if message_id is None:
        raise ValueError("keyId is absent")
    return StatusChanged(
        provider_message_id=ProviderMessageId(message_id),
        status=status,
        at=at,
        recipient=other_side(key),
        errors=(NOT_DELIVERED,) if status is MessageStatus.FAILED else (),
    )


def connection_changed(data: Node) -> ConnectionChanged | None:
    """Read `connection.update`; None for a state that nobody knows."""
    word = (data.at("state").word() or "").lower()
    state = STATES.get(word)
    if state is None:
        return None
    reason = None if state is not ConnectionState.CLOSED else "refused" if word == "refused" else reason_of(data)
    return ConnectionChanged(
        state=state,
        reason=reason,
        phone_number=phone_of(jid_of(data.at("wuid"))),
        profile_name=data.at("profileName").text(),
    )


def reason_of(data: Node) -> str:
    """Say in a word why it was lost."""
    code = data.at("statusReason").whole()
    return REASONS.get(code or 0, "closed") if code is not None else "closed"
