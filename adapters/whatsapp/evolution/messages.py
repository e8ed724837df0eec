"""One message of an event: what was written, changed or taken back on either side, or went out (reference 6, 7)."""

from datetime import datetime

from adapters.whatsapp.evolution.contents import content_of, unwrapped
from adapters.whatsapp.evolution.fields import Node
from adapters.whatsapp.evolution.people import OWN_NAME, author, is_group, is_nobody, jid_of, other_side
from domain.shared.content import Edit, Revoke
from domain.shared.ids import ProviderMessageId
from domain.shared.referral import Referral
from domain.whatsapp.inbound import ContactItem, EchoReceived, MessageReceived, ReplyContext, SendSeen

MESSAGE_EDIT = frozenset({"MESSAGE_EDIT", "14"})
REVOKE = frozenset({"REVOKE", "0"})
"""Protocol messages that change a message, as a word or as a number; there are dozens of others (reference 7)."""

CAPTIONED = ("imageMessage", "videoMessage", "documentMessage")


def upserted(data: Node, *, at: datetime) -> ContactItem | None:
    """Read `messages.upsert`: from us it was typed on the phone, else a customer wrote. Raises ValueError.

    `at` is when it came, for a message without a time.
    """
    key = data.at("key")
    if is_nobody(jid_of(key.at("remoteJid"))):
        return None
    message_id, sent_at = _message_id(key.at("id")), data.at("messageTimestamp").moment() or at
    content = content_of(data.at("message"), kind=data.at("messageType").word(), message_id=message_id)
    context = _context(data)
    if is_group(jid_of(key.at("remoteJid"))):
        if key.at("fromMe").is_true():
            return None
        return MessageReceived(
            provider_message_id=message_id,
            sender=author(key, name=_name(data)),
            sent_at=sent_at,
            content=content,
            context=context,
            group_id=jid_of(key.at("remoteJid")),
        )
    if key.at("fromMe").is_true():
        return EchoReceived(
            provider_message_id=message_id, recipient=other_side(key), sent_at=sent_at, content=content, context=context
        )
    return MessageReceived(
        provider_message_id=message_id,
        sender=other_side(key, name=_name(data)),
        sent_at=sent_at,
        content=content,
        context=context,
        referral=_referral(data),
    )


def edited(data: Node, *, at: datetime) -> ContactItem | None:
    """Read `messages.edited`, the raw protocol message; None for the kinds that change nothing. Raises ValueError.

    A deletion for everyone arrives as an edit of type REVOKE, and once more as `messages.delete`.
    """
    kind, key = data.at("type").word() or "", data.at("key")
    sent_at = data.at("timestampMs").moment() or at
    if kind in REVOKE:
        return _revoked(key, at=sent_at)
    if kind not in MESSAGE_EDIT or is_group(jid_of(key.at("remoteJid"))):
        return None
    target = _message_id(key.at("id"))
    edit_id = ProviderMessageId(f"{target}:edit:{int(sent_at.timestamp() * 1000)}")
    content = Edit(target=target, body=_words_of(data.at("editedMessage")))
    return _change(key, content, change_id=edit_id, at=sent_at)


def deleted(data: Node, *, at: datetime) -> ContactItem | None:
    """Read `messages.delete`: the key itself, or a row that holds the key. Raises ValueError."""
    key = data.at("key") if data.at("key", "id").is_there else data
    return _revoked(key, at=at)


def sent(data: Node, *, at: datetime) -> ContactItem | None:
    """Read `send.message`: somebody sent through the API, as a rule we. Raises ValueError."""
    key = data.at("key")
    remote = jid_of(key.at("remoteJid"))
    if is_group(remote) or is_nobody(remote):
        return None
    found = unwrapped(data.at("message"), kind=data.at("messageType").word(), message_id="")
    text = found.body.text() if found.kind == "conversation" else found.body.at("text").text()
    sent_at = data.at("messageTimestamp").moment() or at
    return SendSeen(
        provider_message_id=_message_id(key.at("id")), recipient=other_side(key), sent_at=sent_at, text=text
    )


def _revoked(key: Node, *, at: datetime) -> ContactItem | None:
    if is_group(jid_of(key.at("remoteJid"))) or is_nobody(jid_of(key.at("remoteJid"))):
        return None
    target = _message_id(key.at("id"))
    return _change(key, Revoke(target=target), change_id=ProviderMessageId(f"{target}:revoke"), at=at)


def _change(key: Node, content: Edit | Revoke, *, change_id: ProviderMessageId, at: datetime) -> ContactItem:
    """Give the change as its own message, whose id is made of the original's: told twice, it is one."""
    if key.at("fromMe").is_true():
        return EchoReceived(provider_message_id=change_id, recipient=other_side(key), sent_at=at, content=content)
    return MessageReceived(provider_message_id=change_id, sender=other_side(key), sent_at=at, content=content)


def _words_of(message: Node) -> str | None:
    """Give the new words: of a text, or a file's new caption."""
    found = unwrapped(message, kind=None, message_id="")
    if found.kind == "conversation":
        return found.body.text()
    return found.body.at("caption" if found.kind in CAPTIONED else "text").text()


def _message_id(node: Node) -> ProviderMessageId:
    word = node.word()
    if word is None:
        raise ValueError("key.id is absent")
    return ProviderMessageId(word)


def _name(data: Node) -> str | None:
    name = data.at("pushName").word()
    return None if name == OWN_NAME else name


def _context_info(data: Node) -> Node:
    """Find what is said about a message: beside it for text, inside it for everything else (reference 6.3)."""
    beside = data.at("contextInfo")
    if beside.is_object:
        return beside
    found = unwrapped(data.at("message"), kind=data.at("messageType").word(), message_id="")
    return found.body.at("contextInfo")


def _context(data: Node) -> ReplyContext | None:
    info = _context_info(data)
    quoted = info.at("stanzaId").word()
    is_forwarded = info.at("isForwarded").is_true()
    if quoted is None and not is_forwarded:
        return None
    return ReplyContext(message_id=ProviderMessageId(quoted) if quoted else None, forwarded=is_forwarded)


def _referral(data: Node) -> Referral | None:
    """Read the advertisement that a conversation came from; a link's preview looks alike but names no source."""
    ad = _context_info(data).at("externalAdReply")
    if ad.at("sourceId").word() is None and ad.at("ctwaClid").word() is None:
        return None
    return Referral(
        source_type=ad.at("sourceType").word(),
        source_id=ad.at("sourceId").word(),
        source_url=ad.at("sourceUrl").word(),
        headline=ad.at("title").text(),
        body=ad.at("body").text(),
        click_id=ad.at("ctwaClid").word(),
    )
