"""Who is meant by a WhatsApp address (JID): a phone, a hidden id, a group, or nobody (reference 6.5, 6.6).

Which of the two addresses of a key is the phone differs by the server's version, so the ending decides.
"""

import re
from collections.abc import Iterable

from adapters.whatsapp.evolution.fields import Node
from domain.shared.phone import is_phone
from domain.whatsapp.inbound import Sender

PHONE = "@s.whatsapp.net"
OLD_PHONE = "@c.us"
LID = "@lid"
GROUP = "@g.us"

NOBODY = ("@broadcast", "@newsletter", "@bot", "@call")
"""Statuses, channels, Meta's own assistant: no customers."""

OWN_NAME = "Você"
"""What the server calls us where it knows no name (reference 6.1)."""

_JID = re.compile(r"([0-9A-Za-z_.-]{1,64})(?::\d{1,5})?(@[a-z.]{1,32})", re.ASCII)
"""User, the device's suffix (which is not part of who it is), server."""


def jid_of(node: Node) -> str | None:
    """Give an address without its device suffix; None when there is none."""
    match = _JID.fullmatch(node.word() or "")
    return match[1] + match[2] if match else None


def phone_of(jid: str | None) -> str | None:
    """Give the digits of a phone's address."""
    user, _, server = (jid or "").partition("@")
    is_one = f"@{server}" in {PHONE, OLD_PHONE} and user.isdigit() and is_phone(user)
    return user if is_one else None


def is_group(jid: str | None) -> bool:
    """Whether it is a group's address."""
    return jid is not None and jid.endswith(GROUP)


def is_nobody(jid: str | None) -> bool:
    """Whether no customer can be behind it."""
    return jid is not None and jid.endswith(NOBODY)


def person(nodes: Iterable[Node], *, name: str | None = None) -> Sender:
    """Give the person whom these addresses name. Raises ValueError when they give neither a phone nor a hidden id."""
    jids = [jid for node in nodes if (jid := jid_of(node)) is not None]
    phone = next((phone for jid in jids if (phone := phone_of(jid)) is not None), None)
    lid = next((jid for jid in jids if jid.endswith(LID)), None)
    if phone is None and lid is None:
        raise ValueError("nobody is named: neither a phone nor a hidden id")
    return Sender(wa_id=phone, lid=lid, name=name)


def other_side(key: Node, *, name: str | None = None) -> Sender:
    """Give the customer of a one-to-one key. Raises ValueError."""
    alternatives = ("remoteJid", "remoteJidAlt", "senderPn", "previousRemoteJid", "senderLid")
    return person((key.at(field) for field in alternatives), name=name)


def author(key: Node, *, name: str | None = None) -> Sender:
    """Give who wrote into a group. Raises ValueError."""
    alternatives = ("participant", "participantAlt", "participantPn", "participantLid")
    return person((key.at(field) for field in alternatives), name=name)
